package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.replay.Room;
import dev.tanaw.capture.session.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens before the camera, and what must be told of it, as a person wrote it down. See
/// `docs/replay.md`.
///
/// @param recording a folder of frames that takes the place of what is drawn
/// @param today the date that documents are judged by
/// @param knownGap what the station does not do yet, where it does not go as expected
public record Situation(
        String about,
        Format camera,
        Room room,
        Journey journey,
        LocalDate today,
        Optional<Path> recording,
        Map<String, Thing> things,
        List<Act> acts,
        List<Expectation> expected,
        List<Pattern> never,
        Optional<String> knownGap) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Specimens are drawn for this time.
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    public Situation {
        things = Map.copyOf(things);
        acts = List.copyOf(acts);
        expected = List.copyOf(expected);
        never = List.copyOf(never);
    }

    /// A folder of frames, of which nothing is expected.
    public static Situation ofFrames(Path folder, Journey journey, LocalDate today) {
        return new Situation(
                "",
                Format.HD,
                Room.USUAL,
                journey,
                today,
                Optional.of(folder),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public boolean expects() {
        return !expected.isEmpty() || !never.isEmpty();
    }

    /// The morning of its day: what the readers judge dates by.
    public Clock wall() {
        return Clock.fixed(Hours.opening(today), ZoneOffset.UTC);
    }

    public static Situation read(Path file) throws UnusableFile {
        try {
            return of(new Entry("", parsed(file)), file);
        } catch (UnusableFile e) {
            throw new UnusableFile("%s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static JsonNode parsed(Path file) throws UnusableFile {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new UnusableFile(
                    "line %d: %s".formatted(e.getLocation().getLineNr(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UnusableFile("cannot be read", e);
        }
    }

    private static Situation of(Entry file, Path path) throws UnusableFile {
        Map<String, Thing> things = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> each : file.named("things").entrySet()) {
            things.put(each.getKey(), Thing.of(each.getValue()));
        }
        List<Act> acts = new ArrayList<>();
        for (Entry each : file.entries("steps")) {
            Act act = Act.of(each);
            if (act.kind().shows() && !things.containsKey(act.thing())) {
                throw each.wrong("what", "no thing is called '%s'".formatted(act.thing()));
            }
            acts.add(act);
        }
        List<Expectation> expected = new ArrayList<>();
        for (Entry each : file.entries("expect")) {
            Expectation one = Expectation.of("expect[%d]".formatted(expected.size()), each);
            if (one.limit().stream().anyMatch(limit -> !called(acts, limit.after()))) {
                throw each.wrong("after", "no step has this name");
            }
            expected.add(one);
        }
        List<Pattern> never = new ArrayList<>();
        for (Entry each : file.entries("never")) {
            never.add(Pattern.of(each));
        }
        Situation situation =
                new Situation(
                        file.needed("about"),
                        camera(file.entry("camera")),
                        new Room(
                                file.one("desk", Room.Surface.class).orElse(Room.USUAL.desk()),
                                file.one("light", Room.Light.class).orElse(Room.USUAL.light())),
                        Journey.of(file.some("stops", Journey.Stop.class)),
                        day(file),
                        file.text("recording").map(path::resolveSibling),
                        things,
                        acts,
                        expected,
                        never,
                        file.text("known_gap"));
        file.complete();
        if (acts.isEmpty() == situation.recording().isEmpty()) {
            throw file.wrong("steps", "either steps or a recording is wanted");
        }
        return situation;
    }

    private static boolean called(List<Act> acts, String name) {
        return acts.stream().anyMatch(act -> act.name().equals(name));
    }

    private static Format camera(Optional<Entry> entry) throws UnusableFile {
        if (entry.isEmpty()) {
            return Format.HD;
        }
        Entry camera = entry.get();
        try {
            Format format =
                    new Format(
                            Math.toIntExact(camera.whole("width", Format.HD.width())),
                            Math.toIntExact(camera.whole("height", Format.HD.height())),
                            Math.toIntExact(camera.whole("fps", Format.HD.framesPerSecond())));
            camera.complete();
            return format;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UnusableFile("camera: no camera is like that", e);
        }
    }

    private static LocalDate day(Entry file) throws UnusableFile {
        Optional<String> day = file.text("today");
        try {
            return day.map(LocalDate::parse).orElse(DAY);
        } catch (DateTimeParseException e) {
            throw new UnusableFile("today: a date like 2026-11-22 is wanted", e);
        }
    }
}

package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.session.Capture;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.session.KeptPicture;
import dev.tanaw.capture.session.Retelling;
import dev.tanaw.capture.session.SessionLoop;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.capture.session.Timings;
import dev.tanaw.desktop.wire.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/// What the machine of a station was given in one session, and what it told. See [SessionRecorder].
///
/// @param told in the form of [Told#same]; empty when nothing was recorded but the signals
/// @param lines where each of those stands in the file
/// @param whole whether the end of the session is in it
public record SignalFile(
        String station,
        String session,
        Journey journey,
        List<Signal> signals,
        List<JsonNode> told,
        List<Integer> lines,
        boolean whole) {
    static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    public SignalFile {
        signals = List.copyOf(signals);
        told = List.copyOf(told);
        lines = List.copyOf(lines);
    }

    public static boolean isOne(Path file) {
        return file.toString().endsWith(SessionRecorder.ENDING);
    }

    /// Whether an event of the station itself follows from signals, and not from the clock alone.
    static boolean follows(CaptureEvent event) {
        return event instanceof CaptureEvent.OfStation
                && !(event instanceof CaptureEvent.StationBeat)
                && !(event instanceof CaptureEvent.StationStatus);
    }

    public static SignalFile read(Path file) throws UnusableFile {
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UnusableFile("%s: cannot be read".formatted(file), e);
        }
    }

    private static SignalFile of(Path file, List<String> lines) throws UnusableFile {
        Optional<Entry> head = Optional.empty();
        List<Signal> signals = new ArrayList<>();
        List<JsonNode> told = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        boolean whole = false;
        for (int i = 0; i < lines.size(); i++) {
            try {
                JsonNode line = JSON.readTree(lines.get(i));
                if (i == 0) {
                    head = Optional.of(head(line));
                } else if (SignalJson.isSignal(line)) {
                    signals.add(SignalJson.read(line));
                } else if (line.has("event")) {
                    JsonNode event = line.path("event");
                    told.add(Told.same(event));
                    places.add(i + 1);
                    whole = whole || event.path("type").asText().equals("session_ended");
                } else {
                    throw new UnusableFile("neither a signal nor an event");
                }
            } catch (JsonProcessingException e) {
                throw new UnusableFile(
                        "%s: line %d: %s".formatted(file, i + 1, e.getOriginalMessage()), e);
            } catch (UnusableFile e) {
                throw new UnusableFile("%s: line %d: %s".formatted(file, i + 1, e.getMessage()), e);
            }
        }
        Entry first = head.orElseThrow(() -> new UnusableFile("%s: is empty".formatted(file)));
        return new SignalFile(
                first.needed("station"),
                first.needed("session"),
                Journey.of(first.some("stops", Journey.Stop.class)),
                signals,
                told,
                places,
                whole);
    }

    private static Entry head(JsonNode line) throws UnusableFile {
        Entry head = new Entry("", line);
        if (head.whole("tanaw_signals", 0) != VERSION) {
            throw head.wrong("tanaw_signals", "%d is wanted".formatted(VERSION));
        }
        return head;
    }

    /// Plays it at once.
    ///
    /// @return the first difference from what was told, in words; empty when there is none
    public Optional<String> play(Consumer<Told> listener) {
        List<JsonNode> now = new ArrayList<>();
        Optional<String> broken = Optional.empty();
        try {
            new Retelling(
                            signals,
                            setup(),
                            recorded -> {
                                if (isOurs(recorded)) {
                                    Told event =
                                            Told.of(
                                                    recorded.elapsed().toNanos() / 1e9,
                                                    WireEvent.of(station, recorded));
                                    now.add(Told.same(event.envelope()));
                                    listener.accept(event);
                                }
                            })
                    .play();
        } catch (NoSuchElementException _) {
            broken = Optional.of("the signals end before the machine has what it asks for");
        }
        return told.isEmpty() ? broken : difference(now);
    }

    private boolean isOurs(Recorded recorded) {
        return recorded.session().equals(session)
                || (recorded.session().isEmpty() && follows(recorded.event()));
    }

    private Optional<String> difference(List<JsonNode> now) {
        for (int i = 0; i < Math.max(now.size(), told.size()); i++) {
            if (i >= told.size()) {
                return whole
                        ? Optional.of("told and not recorded: " + now.get(i))
                        : Optional.empty();
            }
            if (i >= now.size()) {
                return Optional.of("line %d was not told: %s".formatted(lines.get(i), told.get(i)));
            }
            if (!told.get(i).equals(now.get(i))) {
                return Optional.of(
                        "line %d%n  recorded %s%n  now      %s"
                                .formatted(lines.get(i), told.get(i), now.get(i)));
            }
        }
        return Optional.empty();
    }

    private Capture.Setup setup() {
        return new Capture.Setup(
                Timings.standard(),
                Gates.standard(),
                journey,
                new SessionLoop.Origin("replay", true),
                new CaptureEvent.StationStatus("", station, true, false, ""),
                () -> session,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                _ -> {},
                _ -> {},
                KeptPicture::close);
    }
}

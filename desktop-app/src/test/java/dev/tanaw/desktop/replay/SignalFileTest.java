package dev.tanaw.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.session.Capture;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.capture.session.KeptPicture;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.OpenSession;
import dev.tanaw.capture.session.Retelling;
import dev.tanaw.capture.session.SessionLoop;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.capture.session.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A session that is recorded goes the same way again, and holds nobody's values.
final class SignalFileTest {
    private static final String ID = "019a9f2c-7b1e-7cc3-98c4-dc0c0c07398f";
    private static final String NEXT = "019a9f2c-7b1e-7cc3-98c4-dc0c0c073990";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock WALL =
            Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final Journey JOURNEY = Journey.of(EnumSet.of(Journey.Stop.REVIEW));

    @TempDir private Path folder = Path.of("target");
    private final List<Signal> session = new ArrayList<>();
    private Moment now = new Moment(7_000_000_000L);
    private long frame;

    @Test
    void goesTheSameWayAgain() throws Exception {
        SignalFile file = SignalFile.read(recorded());

        List<String> types = new ArrayList<>();
        assertThat(file.play(told -> types.add(told.type()))).isEmpty();
        assertThat(types)
                .contains("session_started", "capture_complete", "field_edited", "override")
                .endsWith("session_ended");
        assertThat(file.whole()).isTrue();
    }

    /// What the machine concludes from values it concludes from what stands for them.
    @Test
    void concludesTheSameFromWhatStandsForTheValues() throws Exception {
        SignalFile file = SignalFile.read(recorded());

        List<String> codes = new ArrayList<>();
        assertThat(file.play(told -> codes.add(told.data().path("code").asText()))).isEmpty();
        assertThat(codes).contains(Trouble.EXPIRED.code(), Trouble.SIDES_DIFFER.code());
    }

    @Test
    void holdsNobodysValues() throws Exception {
        String text = Files.readString(recorded());

        assertThat(text)
                .contains("E•••••••", "\"EAAAAAAA\"")
                .doesNotContain("ERIKSSON", "ERICSSON", "L898902C3", "2019-03-04", "1974-08-12")
                .doesNotContain("ANNA");
    }

    @Test
    void isItsOwnersAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recorded())))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhereItFirstGoesAnotherWay() throws Exception {
        Path file = recorded();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int line = 0;
        while (!lines.get(line).contains("\"to\":\"captured\"")) {
            line++;
        }
        lines.set(line, lines.get(line).replace("\"to\":\"captured\"", "\"to\":\"complete\""));
        Files.write(file, lines);

        assertThat(SignalFile.read(file).play(_ -> {}).orElseThrow())
                .startsWith("line %d".formatted(line + 1))
                .contains("complete", "captured");
    }

    @Test
    void aDiskThatFailsStopsNobody() throws Exception {
        perform();
        Path gone = Files.createDirectory(folder.resolve("gone"));
        List<Recorded> told = new ArrayList<>();
        try (SessionRecorder recorder = new SessionRecorder(gone, "station-1", JOURNEY, WALL)) {
            Files.delete(gone);
            new Retelling(session, setup(recorder::heard), told::add).play();
            told.forEach(recorder::told);
        }

        assertThat(told).isNotEmpty();
        assertThat(gone).doesNotExist();
    }

    /// The next person does not wait until the end of a session has been shown.
    @Test
    void eachSessionHasItsOwn() throws Exception {
        perform();
        session.removeLast();
        add(new Signal.Begin(now, NEXT, "replay", true));
        add(new Signal.Cancel(now));
        record();

        SignalFile first = SignalFile.read(folder.resolve(ID + SessionRecorder.ENDING));
        SignalFile second = SignalFile.read(folder.resolve(NEXT + SessionRecorder.ENDING));
        assertThat(first.whole()).isTrue();
        assertThat(first.play(_ -> {})).isEmpty();
        assertThat(second.signals()).hasSize(2);
        assertThat(second.play(_ -> {})).isEmpty();
    }

    @Test
    void saysWhichLineIsBad() throws Exception {
        Path file = recorded();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(2, "{\"signal\":\"jump\"}");
        Files.write(file, lines);

        assertThatThrownBy(() -> SignalFile.read(file))
                .isInstanceOf(UnusableFile.class)
                .hasMessageContaining(": line 3:");
    }

    @Test
    void everySignalIsWrittenAndReadAgain() throws Exception {
        for (Signal signal : samples().toList()) {
            assertThat(SignalJson.read(Told.tree(SignalJson.write(signal)))).isEqualTo(signal);
        }
        assertThat(samples().map(signal -> signal.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        kinds(Signal.class).map(Class::getName).toList());
    }

    private Path recorded() throws IOException {
        perform();
        record();
        return folder.resolve(ID + SessionRecorder.ENDING);
    }

    private void record() throws IOException {
        try (SessionRecorder recorder = new SessionRecorder(folder, "station-1", JOURNEY, WALL)) {
            new Retelling(session, setup(recorder::heard), recorder::told).play();
        }
    }

    /// A card that has expired, whose sides say different names.
    private void perform() {
        session.clear();
        add(new Signal.Begin(now, ID, "replay", true));
        side(Side.FRONT, field("last_name", "ERIKSSON"), field("expiry_date", "2019-03-04"));
        add(new Signal.Edit(now, Side.FRONT, "first_name", " ANNA "));
        add(new Signal.Edit(now, Side.FRONT, "date_of_birth", "12.8.74"));
        add(new Signal.Edit(now, Side.FRONT, "date_of_birth", "1974-08-12"));
        add(new Signal.Overrule(now, OverrideReason.COMPARED_BY_EYE));
        waiting(Duration.ofMillis(500));
        add(new Signal.CameraLost(now, CameraRole.BOTH, "DISCONNECTED", Duration.ofSeconds(1)));
        add(new Signal.CameraFound(now, CameraRole.BOTH, "Replay camera", 1280, 720));
        side(Side.BACK, field("last_name", "ERICSSON"), field("document_number", "L898902C3"));
        add(new Signal.Overrule(now, OverrideReason.COMPARED_BY_EYE));
        waiting(Duration.ofSeconds(5));
    }

    private void side(Side side, Field... fields) {
        for (int i = 0; i < 40; i++) {
            now = now.plus(Duration.ofMillis(33));
            add(new Signal.Judged(now, ++frame, good()));
        }
        // What the machine asks for comes next; frames after the shot mean nothing.
        session.add(
                shotAfter(side),
                new Signal.ShotKept(now, ID, side, frame, 8, 240, List.of(), List.of()));
        for (Field field : fields) {
            add(new Signal.FieldRead(now, ID, side, field, 1, fields.length));
        }
        add(
                new Signal.ReadingDone(
                        now,
                        ID,
                        side,
                        "id_card",
                        Side.OF_DOCUMENT,
                        fields.length,
                        0.97,
                        false,
                        TODAY));
        waiting(Duration.ofMillis(500));
    }

    /// The place behind the frame that makes the shot: found by asking the machine.
    private int shotAfter(Side side) {
        for (int end = 1; end <= session.size(); end++) {
            try {
                new Retelling(session.subList(0, end), setup(_ -> {}), _ -> {}).play();
            } catch (NoSuchElementException _) {
                return end;
            }
        }
        throw new AssertionError("no shot of the " + side);
    }

    private static Capture.Setup setup(Consumer<Signal> heard) {
        return new Capture.Setup(
                Timings.standard(),
                Gates.standard(),
                JOURNEY,
                new SessionLoop.Origin("replay", true),
                new CaptureEvent.StationStatus("", "", true, false, ""),
                () -> ID,
                WALL,
                _ -> {},
                heard,
                KeptPicture::close);
    }

    private void waiting(Duration duration) {
        now = now.plus(duration);
        add(new Signal.Tick(now));
    }

    private void add(Signal signal) {
        session.add(signal);
    }

    private static Field field(String name, String value) {
        return new Field(
                name,
                value,
                0.97,
                Field.Source.PRINTED,
                List.of(),
                false,
                List.of(),
                List.of(Field.Source.PRINTED),
                List.of(new Field.Alternative(value, Field.Source.MRZ, 0.5, true)));
    }

    private static Measurement good() {
        return new Measurement(
                Map.ofEntries(
                        Map.entry(Gate.DOCUMENT, 0.9),
                        Map.entry(Gate.MARGIN, 0.1),
                        Map.entry(Gate.CORNERS, 1.0),
                        Map.entry(Gate.SIZE, 0.7),
                        Map.entry(Gate.RESOLUTION, 240.0),
                        Map.entry(Gate.TILT, 2.0),
                        Map.entry(Gate.STABILITY, 0.99),
                        Map.entry(Gate.FOCUS, 0.8),
                        Map.entry(Gate.LIGHT, 0.6),
                        Map.entry(Gate.CONTRAST, 0.5),
                        Map.entry(Gate.GLARE, 0.0)),
                List.of(
                        new Place(0.2, 0.2),
                        new Place(0.8, 0.2),
                        new Place(0.8, 0.8),
                        new Place(0.2, 0.8)));
    }

    private static OpenSession left() {
        return new OpenSession(
                NEXT,
                Instant.parse("2026-11-22T10:15:30.123456Z"),
                Step.SEARCHING,
                "2026-11",
                Set.of(DocumentKind.PASSPORT));
    }

    private static Stream<Signal> samples() {
        Moment at = new Moment(-12_345_678_901_234L);
        return Stream.of(
                new Signal.Begin(at, ID, "webcam", false),
                new Signal.Resume(at, ID, "webcam", false, left()),
                new Signal.Interrupted(at, left()),
                new Signal.TakeUp(at),
                new Signal.Discard(at, DiscardReason.PERSON_LEFT),
                new Signal.Moved(at, 3),
                new Signal.Judged(at, 4, good().with(Gate.FOCUS, Double.NaN)),
                new Signal.ShotKept(
                        at,
                        ID,
                        Side.FACE,
                        5,
                        8,
                        Double.NaN,
                        List.of(new GateReading(Gate.FACE, 0.9, 0.6, true)),
                        List.of(new Component("head_size", 0.3, Double.NaN))),
                new Signal.FieldRead(at, ID, Side.BACK, field("last_name", "X"), 1, 2),
                new Signal.ReadingDone(
                        at,
                        ID,
                        Side.FRONT,
                        "passport",
                        Set.of(Side.FRONT),
                        9,
                        0.1 + 0.2,
                        true,
                        TODAY),
                new Signal.Compared(at, ID, Double.NaN),
                new Signal.ReadingFailed(at, ID, Side.FRONT, Trouble.READING_LATE),
                new Signal.Agree(at),
                new Signal.Decline(at),
                new Signal.Choose(at, DocumentKind.PASSPORT),
                new Signal.Edit(at, Side.FRONT, "last_name", "Y"),
                new Signal.Overrule(at, OverrideReason.OTHER_PROOF),
                new Signal.AskApproval(at),
                new Signal.SkipFace(at, OverrideReason.FACE_EXEMPT),
                new Signal.Stay(at),
                new Signal.CallHelp(at),
                new Signal.Refer(at),
                new Signal.ShootNow(at),
                new Signal.Confirm(at),
                new Signal.Retake(at, Side.BACK),
                new Signal.SkipBack(at),
                new Signal.Cancel(at),
                new Signal.Leave(at),
                new Signal.CameraLost(at, CameraRole.BOTH, "BUSY", Duration.ofMillis(1500)),
                new Signal.CameraFound(at, CameraRole.BOTH, "cam", 1920, 1080),
                new Signal.Troubled(at, Trouble.DISK_LOW, true),
                new Signal.Notice(at, Trouble.HISTORY_LOST),
                new Signal.Disclosed(at, ID, "supervisor", "the name"),
                new Signal.Supervised(
                        at,
                        ID,
                        "c1",
                        SupervisorAction.MESSAGE,
                        "anna",
                        "supervisor",
                        "Check the date."),
                new Signal.Tick(at));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SignalFileTest::kinds)
                : Stream.of(type);
    }
}

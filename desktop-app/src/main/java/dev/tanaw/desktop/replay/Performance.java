package dev.tanaw.desktop.replay;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.replay.RecordedCamera;
import dev.tanaw.capture.camera.replay.ReplayCamera;
import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.Scenario;
import dev.tanaw.capture.camera.replay.Segment;
import dev.tanaw.capture.camera.replay.Tempo;
import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.session.Capture;
import dev.tanaw.capture.session.KeptPicture;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Rehearsal;
import dev.tanaw.capture.session.SessionLoop;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.capture.session.Timings;
import dev.tanaw.desktop.wire.WireEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A situation, played once through the station's own way from frames to events, in the time of its
/// frames: as fast as the machine can, and the same on every machine. One thread.
public final class Performance implements AutoCloseable {
    private static final String STATION = "replay";

    /// As long as a pulled camera is not tried again.
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Situation situation;
    private final Tempo.Counted tempo = new Tempo.Counted();
    private final Hours hours;
    private final FramePool pool = new FramePool();
    private final ReplayStage stage = new ReplayStage();
    private final Map<String, Prop> props = new HashMap<>();
    private final Rehearsal station;
    private final Wholeness wholeness = new Wholeness();
    private final Consumer<Told> listener;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Double> ends = new HashMap<>();

    /// What became of it.
    ///
    /// @param missed what did not go as expected, in words; empty when all did
    public record Outcome(List<Told> events, List<String> missed) {
        public Outcome {
            events = List.copyOf(events);
            missed = List.copyOf(missed);
        }
    }

    /// @param reader by the clock of the situation, see [Situation#wall]; taken over and closed
    ///   with this
    /// @param faces the caller's; not empty where the situation has a face
    public Performance(
            Situation situation,
            DocumentReader reader,
            Optional<FaceMeasurer> faces,
            Consumer<Told> listener) {
        this.situation = situation;
        this.hours = new Hours(situation.today(), tempo);
        this.listener = listener;
        this.station = new Rehearsal(now(), reader, faces, setup(situation, hours), this::happened);
        situation.things().forEach((name, thing) -> props.put(name, thing.prop()));
    }

    private Capture.Setup setup(Situation played, Clock wall) {
        return new Capture.Setup(
                Timings.standard(),
                Gates.standard(),
                played.journey(),
                new SessionLoop.Origin("replay", true),
                new CaptureEvent.StationStatus("", STATION, true, false, ""),
                new Ids(),
                wall,
                _ -> {},
                wholeness::heard,
                KeptPicture::close);
    }

    private void happened(Recorded recorded) {
        wholeness.told(recorded.event());
        Told event = Told.of(hours.seconds(), WireEvent.of(STATION, recorded));
        told.add(event);
        listener.accept(event);
    }

    /// Plays all of it. The session that runs at the end is left, as when a station is closed.
    public Outcome play() throws CameraException, InterruptedException {
        if (situation.recording().isPresent()) {
            try (RecordedCamera camera =
                    RecordedCamera.open(
                            situation.recording().get(), RecordedCamera.Ending.ONCE, tempo)) {
                frames(camera);
            }
        } else {
            try (ReplayCamera camera =
                    new ReplayCamera(stage, situation.camera(), tempo, situation.room())) {
                found();
                for (Act act : situation.acts()) {
                    act(act, camera);
                    ends.put(act.name(), hours.seconds());
                }
            }
        }
        station.take(new Signal.Leave(now()));
        List<String> missed = new ArrayList<>(wholeness.cut());
        missed.addAll(Expectation.missed(situation.expected(), told, ends));
        for (Pattern never : situation.never()) {
            told.stream()
                    .filter(never::matches)
                    .findFirst()
                    .ifPresent(event ->
                            missed.add(
                                    "never: %s was told, after %.3f s"
                                            .formatted(never, event.seconds())));
        }
        return new Outcome(told, missed);
    }

    private void frames(RecordedCamera camera) throws CameraException, InterruptedException {
        found();
        while (!camera.isOver()) {
            station.look(camera.read(pool));
        }
    }

    private void act(Act act, ReplayCamera camera) throws CameraException, InterruptedException {
        switch (act.kind()) {
            case EMPTY -> play(new Segment.Empty(act.lasts()), act, camera);
            case HOLD -> play(new Segment.Hold(act.lasts()), act, camera);
            case SHAKE -> play(new Segment.Shake(act.lasts()), act, camera);
            case GLARE -> play(new Segment.Glare(act.lasts()), act, camera);
            case REMOVE -> play(new Segment.Remove(act.lasts()), act, camera);
            case APPROACH -> play(new Segment.Approach(thing(act), act.lasts()), act, camera);
            case FLIP -> play(new Segment.Flip(thing(act), act.lasts()), act, camera);
            case CHANGE -> play(new Segment.Change(thing(act), act.lasts()), act, camera);
            case CAMERA_LOST -> withoutCamera(act);
            case AGREE -> station.take(new Signal.Agree(now()));
            case DECLINE -> station.take(new Signal.Decline(now()));
            case CONFIRM -> station.take(new Signal.Confirm(now()));
            case RETAKE_FRONT -> station.take(new Signal.Retake(now(), Side.FRONT));
            case SKIP_BACK -> station.take(new Signal.SkipBack(now()));
            case SHOOT -> station.take(new Signal.ShootNow(now()));
            case CANCEL -> station.take(new Signal.Cancel(now()));
        }
    }

    private Prop thing(Act act) {
        Prop prop = props.get(act.thing());
        if (prop == null) {
            throw new IllegalStateException("a situation with a step that shows nothing");
        }
        return prop;
    }

    private void play(Segment segment, Act act, ReplayCamera camera)
            throws CameraException, InterruptedException {
        stage.play(new Scenario(List.of(segment)));
        long end = tempo.now() + act.lasts().toNanos();
        while (tempo.now() < end && !act.until().contains(station.step())) {
            look(camera);
        }
    }

    private void look(ReplayCamera camera) throws InterruptedException {
        Frame frame = camera.read(pool);
        wholeness.drawn(frame.number(), camera.documents(), frame.width(), frame.height());
        station.look(frame);
    }

    /// As the camera's own thread would tell it: pulled out, opened again later.
    private void withoutCamera(Act act) throws InterruptedException {
        station.take(new Signal.CameraLost(now(), CameraRole.BOTH, "DISCONNECTED", RETRY));
        tempo.pass(act.lasts());
        station.pass(now());
        found();
    }

    private void found() throws InterruptedException {
        station.take(
                new Signal.CameraFound(
                        now(),
                        CameraRole.BOTH,
                        "Replay camera",
                        situation.camera().width(),
                        situation.camera().height()));
    }

    private Moment now() {
        return new Moment(tempo.now());
    }

    @Override
    public void close() {
        station.close();
        props.values().forEach(prop -> prop.picture().close());
        pool.close();
    }
}

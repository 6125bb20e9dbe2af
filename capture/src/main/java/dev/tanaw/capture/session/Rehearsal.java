package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.ReadingRoom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The way from frames to events as in [Capture], without its threads and its clock: time passes
/// with the frames, no frame is passed over, and what the readers find is told at the moment of the
/// shot, however long they took. The same frames give the same events on any machine. One thread.
public final class Rehearsal implements AutoCloseable {
    /// Longer than any page of print takes: what is read must not depend on the machine.
    private static final Duration PRINT = Duration.ofMinutes(2);

    private static final long LOOK_AGAIN_MS = 20;

    private final Gallery gallery = new Gallery();
    private final Wanted wanted = new Wanted();
    private final BlockingQueue<Signal> findings = new LinkedBlockingQueue<>();
    private final ReadingRoom readers;
    private final PictureDesk pictures;
    private final Course course;
    private final Eyes eyes;
    private volatile Moment now;
    private Moment ticked;

    /// @param reader taken over and closed with this
    /// @param faces the caller's; not empty where the journey has a face
    public Rehearsal(
            Moment start,
            DocumentReader reader,
            Optional<FaceMeasurer> faces,
            Capture.Setup setup,
            Consumer<Recorded> listener) {
        this.now = start;
        this.ticked = start;
        this.readers =
                new ReadingRoom(
                        reader, new Findings(() -> now, setup.wall(), findings::add), PRINT);
        this.pictures = new PictureDesk(gallery, wanted, readers, setup.gates(), setup.kept());
        this.course =
                new Course(
                        new CaptureMachine(setup.timings(), setup.gates(), setup.journey()),
                        pictures,
                        (_, at) ->
                                new Signal.Begin(
                                        at,
                                        setup.ids().get(),
                                        setup.origin().camera(),
                                        setup.origin().demonstration()),
                        setup.wall(),
                        setup.heard(),
                        listener);
        this.eyes = new Eyes(wanted, gallery, faces, course::take);
    }

    /// Takes over the caller's share.
    public void look(Frame frame) throws InterruptedException {
        pass(new Moment(frame.takenNanos()));
        eyes.look(frame);
        settle();
    }

    /// Time passes until then.
    public void pass(Moment until) throws InterruptedException {
        while (until.reached(ticked.plus(SessionLoop.TICK))) {
            ticked = ticked.plus(SessionLoop.TICK);
            take(new Signal.Tick(ticked));
        }
        now = until;
    }

    /// What a person, a device or the clock tells the session.
    public void take(Signal signal) throws InterruptedException {
        now = signal.at();
        course.take(signal);
        settle();
    }

    public Step step() {
        return course.state().step();
    }

    /// What was given to the readers is read before anything else happens.
    private void settle() throws InterruptedException {
        while (readers.busy() || !findings.isEmpty()) {
            Signal finding = findings.poll(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
            if (finding != null) {
                course.take(finding);
            }
        }
    }

    @Override
    public void close() {
        readers.close();
        eyes.close();
        pictures.close();
    }
}

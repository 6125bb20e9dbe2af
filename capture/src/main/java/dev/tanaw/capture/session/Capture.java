package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.ReadingRoom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything between a camera's frames and the events: the analyst, the session and the readers,
/// each on its own threads, started together and closed in reverse order.
public final class Capture implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Capture.class);

    private final SessionLoop loop;
    private final Analyst analyst;
    private final ReadingRoom readers;
    private final PictureDesk pictures;
    private final Optional<FaceMeasurer> faces;

    /// @param ids a new session id for each call
    /// @param turn told on the session thread which side's camera is needed next; must not block
    /// @param heard gets each signal before the events that follow from it, on the thread that
    ///   takes it; must not block
    /// @param kept takes over a share of each picture that is kept, on the session thread; must not
    ///   block
    public record Setup(
            Timings timings,
            Gates gates,
            Journey journey,
            SessionLoop.Origin origin,
            CaptureEvent.StationStatus status,
            Supplier<String> ids,
            Clock wall,
            Consumer<Side> turn,
            Consumer<Signal> heard,
            Consumer<KeptPicture> kept) {}

    /// @param frames where the camera puts its newest frame
    /// @param reader taken over and closed with this
    /// @param faces the same; not empty where the journey has a face
    /// @param listener gets each event once, in order, on the session thread; must not block
    public Capture(
            Latest frames,
            DocumentReader reader,
            Optional<FaceMeasurer> faces,
            Setup setup,
            Consumer<Recorded> listener) {
        if (faces.isEmpty() && setup.journey().stopsAt(Journey.Stop.FACE)) {
            throw new IllegalArgumentException("faces are to be captured without the means to");
        }
        this.faces = faces;
        Gallery gallery = new Gallery();
        Wanted wanted = new Wanted(setup.turn());
        this.readers = new ReadingRoom(reader, new Findings(Moment::now, setup.wall(), this::send));
        this.analyst = new Analyst(frames, () -> new Eyes(wanted, gallery, faces, this::seen));
        this.pictures = new PictureDesk(gallery, wanted, readers, setup.gates(), setup.kept());
        this.loop =
                new SessionLoop(
                        new CaptureMachine(setup.timings(), setup.gates(), setup.journey()),
                        pictures,
                        setup.ids(),
                        setup.origin(),
                        setup.status(),
                        setup.wall(),
                        setup.heard(),
                        listener);
    }

    public void start() {
        loop.start();
        analyst.start();
    }

    /// What a person or a device tells the session. Safe from any thread; waits when very many
    /// wait.
    public void send(Signal signal) {
        try {
            loop.send(signal);
        } catch (InterruptedException _) {
            LOG.info("{} was not delivered: the station is closing", signal.getClass());
            Thread.currentThread().interrupt();
        }
    }

    /// Starts a session, unless one is running.
    public void begin() {
        send(loop.beginning(Optional.empty(), Moment.now()));
    }

    private void seen(Signal ofFrame) {
        loop.seen(ofFrame);
    }

    @Override
    public void close() {
        analyst.close();
        readers.close();
        loop.close();
        pictures.close();
        faces.ifPresent(FaceMeasurer::close);
    }
}

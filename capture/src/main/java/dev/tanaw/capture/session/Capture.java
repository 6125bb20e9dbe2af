package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.Reading;
import dev.tanaw.capture.read.ReadingRoom;
import java.time.Clock;
import java.time.LocalDate;
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
    public record Setup(
            Timings timings,
            Gates gates,
            Journey journey,
            SessionLoop.Origin origin,
            CaptureEvent.StationStatus status,
            Supplier<String> ids,
            Clock wall) {}

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
        this.readers = new ReadingRoom(reader, new Findings(setup.wall()));
        this.analyst = new Analyst(frames, gallery, faces, this::seen);
        this.pictures = new PictureDesk(gallery, analyst, readers, setup.gates());
        this.loop =
                new SessionLoop(
                        new CaptureMachine(setup.timings(), setup.gates(), setup.journey()),
                        pictures,
                        setup.ids(),
                        setup.origin(),
                        setup.status(),
                        setup.wall(),
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
        send(loop.beginning());
    }

    private void seen(Signal ofFrame) {
        loop.seen(ofFrame);
    }

    private final class Findings implements ReadingRoom.Desk {
        private final Clock wall;

        Findings(Clock wall) {
            this.wall = wall;
        }

        @Override
        public void field(String session, Side side, Field field, int found, int expected) {
            send(new Signal.FieldRead(Moment.now(), session, side, field, found, expected));
        }

        @Override
        public void done(String session, Side side, Reading reading) {
            send(
                    new Signal.ReadingDone(
                            Moment.now(),
                            session,
                            side,
                            reading.documentType(),
                            reading.sides(),
                            reading.fields().size(),
                            reading.confidence(),
                            LocalDate.now(wall)));
        }

        @Override
        public void compared(String session, double distance) {
            send(new Signal.Compared(Moment.now(), session, distance));
        }

        @Override
        public void failed(String session, Side side, Trouble trouble) {
            send(new Signal.ReadingFailed(Moment.now(), session, side, trouble));
        }
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

package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Latest;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the newest frame, again and again, on the thread `analyst`, for a document or for a
/// face, and tells the session. What it cannot keep up with it never sees.
final class Analyst implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Analyst.class);

    private final Latest frames;
    private final Supplier<Eyes> eyes;
    private final Thread thread = Thread.ofPlatform().name("analyst").unstarted(this::run);

    /// @param eyes opened and closed on the thread that looks
    Analyst(Latest frames, Supplier<Eyes> eyes) {
        this.frames = frames;
        this.eyes = eyes;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (Eyes looking = eyes.get()) {
            while (!Thread.currentThread().isInterrupted()) {
                looking.look(frames.take());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the analyst thread ended by a defect", e);
        }
    }

    @Override
    public void close() {
        Ending.of(thread);
    }
}

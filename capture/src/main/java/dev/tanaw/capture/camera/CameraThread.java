package dev.tanaw.capture.camera;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a camera open on the thread `camera-<n>` and puts each frame into every slot. A camera
/// that fails is closed, reported, and opened again with a fresh handle after a growing wait, for
/// as long as it takes.
public final class CameraThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraThread.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A preview older than this must not be taken for live.
    private static final Duration STALLS_AFTER = Duration.ofMillis(500);

    private final CameraSource source;
    private final FramePool pool;
    private final List<FrameSlot> slots;
    private final BackOff backOff;
    private final Consumer<CameraStatus> listener;
    private final Freshness freshness = new Freshness(STALLS_AFTER);
    private final Thread thread;
    private volatile boolean closing;
    private int failures;
    private String noted = "";

    /// @param listener hears of each change on the camera's thread; must not block
    public CameraThread(
            int number,
            CameraSource source,
            FramePool pool,
            List<? extends FrameSlot> slots,
            BackOff backOff,
            Consumer<CameraStatus> listener) {
        this.source = source;
        this.pool = pool;
        this.slots = List.copyOf(slots);
        this.backOff = backOff;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("camera-" + number).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing) {
                serve();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Returns when the camera is lost and the wait is over.
    private void serve() throws InterruptedException {
        CameraException.Fault fault;
        try (Camera camera = source.opening().open()) {
            read(camera);
            return;
        } catch (CameraException e) {
            note(e);
            fault = e.fault();
        } catch (RuntimeException | LinkageError e) {
            note(e);
            fault = CameraException.Fault.DISCONNECTED;
        }
        freshness.lost();
        failures++;
        Duration wait = backOff.after(failures);
        listener.accept(new CameraStatus.Lost(fault, wait));
        TimeUnit.NANOSECONDS.sleep(wait.toNanos());
    }

    /// A camera that stays away fails the same way every twenty seconds, for days.
    private void note(Throwable failure) {
        String words = failure.toString();
        if (words.equals(noted)) {
            return;
        }
        noted = words;
        if (failure instanceof CameraException expected) {
            LOG.info("{}: {}", expected.fault(), expected.getMessage());
        } else {
            LOG.error("the camera's driver failed", failure);
        }
    }

    private void read(Camera camera) throws CameraException, InterruptedException {
        boolean live = false;
        while (!closing) {
            Frame frame = camera.read(pool);
            if (!live) {
                live = true;
                failures = 0;
                noted = "";
                listener.accept(
                        new CameraStatus.Live(source.name(), frame.width(), frame.height()));
            }
            freshness.frame(frame.takenNanos());
            try (frame) {
                slots.forEach(slot -> slot.put(frame.share()));
            }
        }
    }

    /// Whether the newest frame is too old to be shown as live although the camera has not been
    /// given up: its driver may not return for seconds. False while a lost camera is being
    /// reopened.
    public boolean stalled(long nowNanos) {
        return freshness.stalled(nowNanos);
    }

    @Override
    public void close() {
        closing = true;
        if (!thread.isAlive()) {
            return; // never started, or gone already
        }
        thread.interrupt();
        try {
            if (!thread.join(PATIENCE)) {
                LOG.warn("the camera does not return from its driver; it is left behind");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

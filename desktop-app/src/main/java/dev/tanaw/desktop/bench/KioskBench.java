package dev.tanaw.desktop.bench;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.session.KeptPicture;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;

/// Whether the kiosk's window keeps anything of a session: the events and pictures of one real
/// session are shown to it again and again, fifteen times as fast, while its camera goes on.
public final class KioskBench implements AutoCloseable {
    private static final double MIB = 1 << 20;
    private static final int FASTER = 15;

    /// No wait is longer: what a person looks at for seconds costs nothing.
    private static final Duration LONGEST = Duration.ofMillis(150);

    private static final int STEPS = 10;

    private final Report report;
    private final CountDownLatch whole = new CountDownLatch(1);
    private final List<Shown> session = new ArrayList<>();
    private boolean begun;

    private sealed interface Shown {
        record Event(Recorded recorded) implements Shown {}

        record Picture(KeptPicture kept) implements Shown {}
    }

    public KioskBench(Report report) {
        this.report = report;
    }

    /// Hears the session that is shown again, on the session thread.
    public void happened(Recorded recorded) {
        begun |= recorded.event() instanceof CaptureEvent.SessionStarted;
        if (begun && whole.getCount() > 0 && !recorded.session().isEmpty()) {
            session.add(new Shown.Event(recorded));
            if (recorded.event() instanceof CaptureEvent.SessionEnded) {
                whole.countDown();
            }
        }
    }

    /// Takes over the picture.
    public void kept(KeptPicture picture) {
        if (begun && whole.getCount() > 0) {
            session.add(new Shown.Picture(picture));
        } else {
            picture.close();
        }
    }

    public void await() throws InterruptedException {
        whole.await();
    }

    /// Prints the curve: of Java's heap what a collection leaves, and the memory of the process.
    public void run(int sessions, Consumer<Recorded> window, Consumer<KeptPicture> pictures)
            throws InterruptedException {
        for (int done = 1; done <= sessions; done++) {
            show(window, pictures);
            if (done == 1 || done % Math.max(1, sessions / STEPS) == 0) {
                System.gc();
                String when = "after session " + done;
                report.value("kiosk", when, "heap after collection", heap(), "MiB", 1);
                report.value(
                        "kiosk",
                        when,
                        "memory of the process",
                        Pointer.physicalBytes() / MIB,
                        "MiB",
                        1);
                report.value(
                        "kiosk",
                        when,
                        "threads",
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        "",
                        1);
            }
        }
    }

    private void show(Consumer<Recorded> window, Consumer<KeptPicture> pictures)
            throws InterruptedException {
        Duration at = Duration.ZERO;
        for (Shown each : session) {
            switch (each) {
                case Shown.Event(Recorded recorded) -> {
                    Duration wait = recorded.elapsed().minus(at).dividedBy(FASTER);
                    at = recorded.elapsed();
                    TimeUnit.NANOSECONDS.sleep(Math.clamp(wait.toNanos(), 0, LONGEST.toNanos()));
                    window.accept(recorded);
                }
                case Shown.Picture(KeptPicture kept) -> pictures.accept(kept.share());
            }
        }
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    }

    @Override
    public void close() {
        for (Shown each : session) {
            if (each instanceof Shown.Picture(KeptPicture kept)) {
                kept.close();
            }
        }
    }
}

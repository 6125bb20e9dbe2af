package dev.tanaw.desktop.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Recorded;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/// Listens to a station that captures by itself: time from the shot to the first and the last
/// field, from the first frame of a session to the shot, and the CPU that all of it takes.
public final class SessionBench implements Consumer<Recorded> {
    private final Histogram first = new Histogram(3);
    private final Histogram last = new Histogram(3);
    private final Histogram toShot = new Histogram(3);
    private final CountDownLatch left;
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long startedNanos = System.nanoTime();
    private final long cpuBefore = system.getProcessCpuTime();
    private boolean waiting;
    private int kept;
    private int bad;

    /// @param sessions to wait for in [#await]
    public SessionBench(int sessions) {
        left = new CountDownLatch(sessions);
    }

    @Override
    public void accept(Recorded recorded) {
        switch (recorded.event()) {
            case CaptureEvent.CaptureCompleted taken -> {
                waiting = true;
                kept++;
                bad += good(taken) ? 0 : 1;
                toShot.recordValue(recorded.elapsed().toNanos());
            }
            case CaptureEvent.FieldExtracted field when waiting -> {
                waiting = false;
                first.recordValue(field.sinceShot().toNanos());
            }
            case CaptureEvent.ExtractionCompleted done when done.fields() > 0 ->
                    last.recordValue(done.sinceShot().toNanos());
            case CaptureEvent.SessionEnded _ -> left.countDown();
            case CaptureEvent.SessionStarted _,
                    CaptureEvent.StateChanged _,
                    CaptureEvent.QualityUpdated _,
                    CaptureEvent.GatePassed _,
                    CaptureEvent.GateFailed _,
                    CaptureEvent.CaptureStarted _,
                    CaptureEvent.CaptureProgressed _,
                    CaptureEvent.ExtractionStarted _,
                    CaptureEvent.FieldExtracted _,
                    CaptureEvent.ExtractionProgressed _,
                    CaptureEvent.ExtractionCompleted _,
                    CaptureEvent.ConsentAnswered _,
                    CaptureEvent.DocumentChosen _,
                    CaptureEvent.FieldEdited _,
                    CaptureEvent.Overridden _,
                    CaptureEvent.MovementAsked _,
                    CaptureEvent.FacesCompared _,
                    CaptureEvent.PresenceChanged _,
                    CaptureEvent.ValuesShown _,
                    CaptureEvent.SupervisorActed _,
                    CaptureEvent.Warned _,
                    CaptureEvent.ProblemRaised _,
                    CaptureEvent.OfStation _ -> {}
        }
    }

    /// The kept picture judged once more, by limits without slack.
    private static boolean good(CaptureEvent.CaptureCompleted taken) {
        return taken.gates().stream()
                .filter(reading -> reading.gate() != Gate.STABILITY)
                .allMatch(GateReading::pass);
    }

    public void await() throws InterruptedException {
        left.await();
    }

    public void print(Report report) {
        report.histogram("session", "shot to", "first_field", first);
        report.histogram("session", "shot to", "last_field", last);
        report.histogram("session", "session start to", "shot", toShot);
        report.value("session", "kept pictures", "bad when judged again", bad, "pictures", kept);
        double cores =
                (double) (system.getProcessCpuTime() - cpuBefore)
                        / (System.nanoTime() - startedNanos);
        report.value("session", "whole station, no window", "cpu", cores, "cores", 1);
    }
}

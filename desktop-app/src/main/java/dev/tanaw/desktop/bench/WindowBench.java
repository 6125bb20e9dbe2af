package dev.tanaw.desktop.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.desktop.kiosk.PulseListener;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/// How the kiosk's window keeps up: pictures shown a second, how old each is when it is drawn, how
/// long the JavaFX thread is away, and the CPU of the whole program meanwhile. One phase at a time.
public final class WindowBench implements PulseListener {
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final String where;
    private Phase phase;
    private long judged;
    private long told;
    private long toldAt;
    private Optional<Instruction> shown = Optional.empty();

    private final class Phase {
        private final String name;
        private final long beganNanos = System.nanoTime();
        private final long cpuBefore = system.getProcessCpuTime();
        private final Histogram age = new Histogram(3);
        private final Histogram work = new Histogram(3);
        private final Histogram interval = new Histogram(3);
        private final Histogram instruction = new Histogram(3);
        private long before;

        Phase(String name) {
            this.name = name;
        }

        void pulse(long begun, long ended, long shown) {
            work.recordValue(ended - begun);
            if (before != 0) {
                interval.recordValue(begun - before);
            }
            before = begun;
            // What was told before the pulse began is drawn by it.
            if (told != 0 && toldAt <= begun) {
                instruction.recordValue(ended - told);
                told = 0;
            }
            if (shown != NO_FRAME) {
                age.recordValue(Math.max(0, ended - shown));
            }
        }

        void print(Report report) {
            double seconds = (System.nanoTime() - beganNanos) / 1e9;
            double cores = (system.getProcessCpuTime() - cpuBefore) / 1e9 / seconds;
            long n = age.getTotalCount();
            String title = name + ", " + where;
            report.value("window", title, "shown", n / seconds, "frames/s", n);
            report.value("window", title, "cpu", cores, "cores", 1);
            if (n > 0) {
                report.histogram("window", title, "frame_age_when_drawn", age);
            }
            if (instruction.getTotalCount() > 0) {
                report.histogram("window", title, "frame_to_instruction", instruction);
            }
            report.histogram("window", title, "pulse_work", work);
            report.histogram("window", title, "pulse_to_pulse", interval);
        }
    }

    /// @param where what the window is drawn on, for the report
    public WindowBench(String where) {
        this.where = where;
        this.phase = new Phase("start");
    }

    /// What is measured from now on. Any thread.
    public synchronized void phase(String name) {
        phase = new Phase(name);
    }

    /// Hears each signal, on the session thread.
    public synchronized void heard(Signal signal) {
        judged = signal instanceof Signal.Judged frame ? frame.at().nanos() : 0;
    }

    /// Hears each event, on the session thread: what a frame has the station say anew.
    public synchronized void told(Recorded recorded) {
        Optional<Instruction> said =
                switch (recorded.event()) {
                    case CaptureEvent.StateChanged change -> Optional.of(change.instruction());
                    case CaptureEvent.QualityUpdated seen -> Optional.of(seen.instruction());
                    default -> Optional.empty();
                };
        if (said.isPresent() && !said.equals(shown)) {
            shown = said;
            told = judged;
            toldAt = System.nanoTime();
        }
    }

    @Override
    public synchronized void pulse(long begunNanos, long endedNanos, long shownNanos) {
        phase.pulse(begunNanos, endedNanos, shownNanos);
    }

    /// Prints what was measured since the phase began.
    public synchronized void print(Report report) {
        phase.print(report);
    }
}

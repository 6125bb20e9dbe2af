package dev.tanaw.desktop.bench;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.session.Signal;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Pointer;

/// Listens to a station that captures by itself for a long time, and looks at its memory once a
/// minute: of the whole process, where pictures and models lie, and of Java's heap, all of it and
/// what the last collections left. Says as well how many frames a second were looked at.
public final class SoakBench implements Consumer<Recorded> {
    private static final double MIB = 1 << 20;

    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger complete = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong looked = new AtomicLong();
    private final Report report;

    public SoakBench(Report report) {
        this.report = report;
    }

    @Override
    public void accept(Recorded recorded) {
        if (recorded.event() instanceof CaptureEvent.SessionEnded(Outcome outcome)) {
            ended.incrementAndGet();
            if (outcome == Outcome.COMPLETE) {
                complete.incrementAndGet();
            }
        } else if (recorded.event() instanceof CaptureEvent.CameraLost) {
            lost.incrementAndGet();
        }
    }

    /// The same source; each frame that it gives is counted.
    public CameraSource counted(CameraSource source) {
        return new CameraSource(
                source.id(), source.name(), source.kind(), () -> counted(source.opening().open()));
    }

    private Camera counted(Camera camera) {
        return new Camera() {
            @Override
            public Frame read(FramePool pool) throws CameraException, InterruptedException {
                Frame frame = camera.read(pool);
                taken.incrementAndGet();
                return frame;
            }

            @Override
            public void close() {
                camera.close();
            }
        };
    }

    /// Each frame that was looked at is told once.
    public void heard(Signal signal) {
        if (signal instanceof Signal.Judged) {
            looked.incrementAndGet();
        }
    }

    /// Prints the curve, then how the last quarter compares with the second; the first one loads
    /// libraries and compiles.
    public void run(Duration duration) throws InterruptedException {
        List<Double> curve = new ArrayList<>();
        long before = looked.get();
        long takenBefore = taken.get();
        long began = System.nanoTime();
        for (long minute = 1; minute <= Math.max(4, duration.toMinutes()); minute++) {
            TimeUnit.MINUTES.sleep(1);
            double process = Pointer.physicalBytes() / MIB;
            curve.add(process);
            String when = "minute " + minute;
            report.value("soak", when, "memory of the process", process, "MiB", 1);
            report.value("soak", when, "heap", heap(), "MiB", 1);
            report.value("soak", when, "heap after collection", kept(), "MiB", 1);
            long now = System.nanoTime();
            long frames = looked.get();
            double rate = (frames - before) * 1e9 / (now - began);
            report.value("soak", when, "frames looked at", rate, "/s", frames - before);
            before = frames;
            long given = taken.get();
            double flow = (given - takenBefore) * 1e9 / (now - began);
            report.value("soak", when, "frames of the camera", flow, "/s", given - takenBefore);
            takenBefore = given;
            began = now;
            report.value("soak", when, "sessions", ended.get(), "ended", 1);
        }
        int quarter = curve.size() / 4;
        double second = mean(curve.subList(quarter, 2 * quarter));
        double last = mean(curve.subList(curve.size() - quarter, curve.size()));
        report.value("soak", "second quarter", "memory of the process", second, "MiB", quarter);
        report.value("soak", "last quarter", "memory of the process", last, "MiB", quarter);
        report.value("soak", "all", "sessions", ended.get(), "ended", 1);
        report.value("soak", "all", "sessions complete", complete.get(), "ended", 1);
        report.value("soak", "all", "camera lost", lost.get(), "times", 1);
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
    }

    /// What of the heap was in use after the newest collection of each of its parts.
    private static double kept() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .map(MemoryPoolMXBean::getCollectionUsage)
                        .filter(Objects::nonNull)
                        .mapToLong(MemoryUsage::getUsed)
                        .sum()
                / MIB;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}

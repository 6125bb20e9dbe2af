package dev.tanaw.capture.locate;

import dev.tanaw.capture.quality.LabelledFrames;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// Measures the locator on the labelled frames and on pictures without a document. Run it as a
/// program with `-Dtanaw.data=…`. Frames are split in two by position: the first half may be tuned
/// on, the second is only reported.
public final class LocateEvaluation {
    /// Time on the processor, not on the wall: other programs do not count.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LocateEvaluation() {}

    public static void main(String[] arguments) throws IOException {
        opencv_core.setNumThreads(1);
        try (DocumentLocator locator = new DocumentLocator()) {
            List<LabelledFrames.Labelled> frames = LabelledFrames.read().frames();
            score(locator, frames.subList(0, 8)); // warms the compiler
            Map<String, List<Double>> overlap = new TreeMap<>();
            List<Double> search = new ArrayList<>();
            List<Double> follow = new ArrayList<>();
            List<Double> right = new ArrayList<>();
            for (int i = 0; i < frames.size(); i++) {
                LabelledFrames.Labelled frame = frames.get(i);
                try (Mat bgr = opencv_imgcodecs.imread(frame.file().toString())) {
                    long start = THREADS.getCurrentThreadCpuTime();
                    Optional<Located> found = locator.locate(bgr, Optional.empty());
                    search.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
                    double iou = found.map(f -> best(f.quad(), frame.quad())).orElse(0.0);
                    for (String group :
                            List.of("all", i % 2 == 0 ? "tuned" : "held out", frame.condition())) {
                        overlap.computeIfAbsent(group, _ -> new ArrayList<>()).add(iou);
                    }
                    if (iou < 0.9 && arguments.length > 0) {
                        System.out.printf(
                                Locale.ROOT, "%s %.3f%n", frame.file().getFileName(), iou);
                    }
                    if (iou >= 0.9) {
                        right.add(found.orElseThrow().confidence());
                    }
                    if (found.isPresent()) {
                        start = THREADS.getCurrentThreadCpuTime();
                        locator.locate(bgr, found.map(Located::quad));
                        follow.add((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
                    }
                }
            }
            overlap.forEach(LocateEvaluation::row);
            System.out.printf(
                    Locale.ROOT,
                    "search p50 %.1f p95 %.1f ms, following p50 %.1f p95 %.1f ms%n",
                    quantile(search, 0.5),
                    quantile(search, 0.95),
                    quantile(follow, 0.5),
                    quantile(follow, 0.95));
            sure("confidence where right", right);
            empty(locator);
        }
    }

    private static void row(String group, List<Double> overlap) {
        System.out.printf(
                Locale.ROOT,
                "%-16s %3d  mean IoU %.3f  >= 0.90 %3.0f %%%n",
                group,
                overlap.size(),
                overlap.stream().mapToDouble(d -> d).average().orElse(0),
                100.0 * overlap.stream().filter(d -> d >= 0.9).count() / overlap.size());
    }

    private static void score(DocumentLocator locator, List<LabelledFrames.Labelled> frames) {
        for (LabelledFrames.Labelled frame : frames) {
            try (Mat bgr = opencv_imgcodecs.imread(frame.file().toString())) {
                for (int i = 0; i < 6; i++) {
                    locator.locate(bgr, Optional.empty());
                }
            }
        }
    }

    /// The outline alone cannot know which side is up.
    static double best(Quad found, Quad truth) {
        return found.iou(truth);
    }

    private static void empty(DocumentLocator locator) throws IOException {
        Path faces = Path.of(System.getProperty("tanaw.data", "missing"), "faces-caltech");
        int all = 0;
        List<Double> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.list(faces)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
                try (Mat bgr = opencv_imgcodecs.imread(file.toString())) {
                    all++;
                    locator.locate(bgr, Optional.empty()).ifPresent(f -> wrong.add(f.confidence()));
                }
            }
        }
        System.out.printf("false finds: faces %d of %d%n", wrong.size(), all);
        sure("confidence where false", wrong);
        int found = 0;
        for (int i = 0; i < 40; i++) {
            try (Mat desk = Desks.plain(i)) {
                found += locator.locate(desk, Optional.empty()).isPresent() ? 1 : 0;
            }
        }
        System.out.printf("false finds: empty desks %d of 40%n", found);
    }

    private static void sure(String what, List<Double> confidence) {
        System.out.printf(
                Locale.ROOT,
                "%s: p5 %.2f p50 %.2f p95 %.2f most %.2f%n",
                what,
                quantile(confidence, 0.05),
                quantile(confidence, 0.5),
                quantile(confidence, 0.95),
                quantile(confidence, 1));
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
    }
}

package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.locate.Located;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// Prints what each gate measures under each condition of the labelled frames: the table that the
/// limits were set by.
final class GateTable {
    private GateTable() {}

    @SuppressWarnings("SystemOut") // a table for people is what this program is for
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        Map<String, List<LabelledFrames.Labelled>> byCondition =
                LabelledFrames.read().frames().stream()
                        .collect(
                                Collectors.groupingBy(
                                        LabelledFrames.Labelled::condition,
                                        TreeMap::new,
                                        Collectors.toList()));
        try (Measurer measurer = new Measurer()) {
            for (Gate gate :
                    List.of(
                            Gate.FOCUS,
                            Gate.GLARE,
                            Gate.LIGHT,
                            Gate.CONTRAST,
                            Gate.TILT,
                            Gate.RESOLUTION)) {
                out.printf("%n%s (%s): n, min, median, max%n", gate, gate.unit());
                byCondition.forEach((condition, frames) -> {
                    double[] values =
                            frames.stream()
                                    .mapToDouble(frame -> value(measurer, frame, gate))
                                    .sorted()
                                    .toArray();
                    out.printf(
                            "  %-16s %3d  %8.4f %8.4f %8.4f%n",
                            condition,
                            values.length,
                            values[0],
                            values[values.length / 2],
                            values[values.length - 1]);
                });
            }
        }
    }

    private static double value(Measurer measurer, LabelledFrames.Labelled frame, Gate gate) {
        try (Mat picture = opencv_imgcodecs.imread(frame.file().toString())) {
            return measurer.measure(
                            picture,
                            Optional.of(new Located(frame.quad(), 1, 1)),
                            Optional.empty(),
                            Optional.empty())
                    .value(gate);
        }
    }
}

package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_core.Mat;

/// How often fields of a confidence are right, and how many wrong ones would be shown green.
final class Reliability {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final double[] BOUNDS = {0.5, 0.75, 0.9, 0.95, 0.98, 1.01};

    private final int[] all = new int[BOUNDS.length];
    private final int[] right = new int[BOUNDS.length];
    private final double[] told = new double[BOUNDS.length];
    private final Map<String, Integer> wrongAndGreen = new TreeMap<>();
    private final PrintStream out;
    private int green;

    Reliability(PrintStream out) {
        this.out = out;
    }

    void add(Mrz read, List<String> truth, Mat picture) {
        Map<String, String> expected = Map.of();
        if (truth.size() == read.format().lines()
                && truth.getFirst().length() == read.format().length()) {
            expected =
                    fields(Mrz.printed(read.format(), truth), picture).stream()
                            .collect(Collectors.toMap(Field::name, Field::value));
        }
        for (Field field : fields(read, picture)) {
            int bin = 0;
            while (field.confidence() >= BOUNDS[bin]) {
                bin++;
            }
            boolean good = field.value().equals(expected.get(field.name()));
            all[bin]++;
            told[bin] += field.confidence();
            right[bin] += good ? 1 : 0;
            if (field.band() == Band.GREEN) {
                green++;
                if (!good) {
                    if (System.getProperty("show") != null) {
                        out.printf(
                                "  wrong and green: %s %.3f '%s' for '%s'%n",
                                field.name(),
                                field.confidence(),
                                field.value(),
                                expected.get(field.name()));
                    }
                    wrongAndGreen.merge(field.name(), 1, Integer::sum);
                }
            }
        }
    }

    private static List<Field> fields(Mrz mrz, Mat picture) {
        return MrzFields.of(mrz, picture.cols(), picture.rows(), TODAY);
    }

    void print() {
        out.printf(
                "%nfields by confidence%n%-12s %6s %8s %8s%n", "below", "fields", "told", "right");
        for (int bin = 0; bin < BOUNDS.length; bin++) {
            if (all[bin] > 0) {
                out.printf(
                        "%-12.2f %6d %8.4f %8.4f%n",
                        BOUNDS[bin],
                        all[bin],
                        told[bin] / all[bin],
                        (double) right[bin] / all[bin]);
            }
        }
        out.printf("green %d, of them wrong %s%n", green, wrongAndGreen);
    }
}

package dev.tanaw.capture.read.mrz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads the labelled sets and prints how often every character was right, how often a wrong
/// reading passed its check digits, and how long it took.
public final class MrzEvaluation {
    private final MrzReader reader;
    private final PrintStream out;
    private final Reliability reliability;
    private final boolean show = System.getProperty("show") != null;

    private MrzEvaluation(MrzReader reader, PrintStream out) {
        this.reader = reader;
        this.out = out;
        this.reliability = new Reliability(out);
    }

    @SuppressWarnings("SystemOut") // a table for people is what this program is for
    public static void main(String[] args) throws IOException, ReaderDamaged {
        Path data = Path.of(System.getProperty("tanaw.data"));
        boolean compared = System.getProperty("compared") != null;
        try (MrzReader reader =
                compared ? new MrzReader(GlyphReader.load(), Optional.empty()) : MrzReader.load()) {
            MrzEvaluation evaluation = new MrzEvaluation(reader, System.out);
            evaluation.frames(data.resolve("frames-composite"));
            evaluation.specimens(data.resolve("mrz-specimens"));
            evaluation.reliability.print();
        }
        try (Recogniser lines = Recogniser.load()) {
            System.out.print(LabelledLines.read(lines, 1).table());
        }
    }

    private record Count(int all, int exact, int wrongButValid, int read) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(boolean right, boolean believed, boolean found) {
            return new Count(
                    all + 1,
                    exact + (right ? 1 : 0),
                    wrongButValid + (believed && !right ? 1 : 0),
                    read + (found ? 1 : 0));
        }
    }

    private void frames(Path folder) throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        List<Double> times = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : truth(folder)) {
            JsonNode label = entry.getValue();
            if (!label.path("all_corners_in_frame").asBoolean() || !label.path("mrz").isArray()) {
                continue;
            }
            try (Mat frame = opencv_imgcodecs.imread(folder.resolve(entry.getKey()).toString());
                    Mat document = new Mat();
                    Rectifier rectifier = new Rectifier()) {
                Quad quad = quad(label.path("quad"));
                double aspect = DocumentShape.nearest(quad).aspect();
                rectifier.rectify(frame, quad, 1200, (int) Math.round(1200 / aspect), document);
                count(
                        counts,
                        label.path("condition").asText(),
                        entry.getKey(),
                        document,
                        lines(label),
                        times);
            }
        }
        print("frames-composite, rectified by the labelled corners", counts, times);
    }

    private void specimens(Path folder) throws IOException {
        Map<String, Count> counts = new TreeMap<>();
        List<Double> times = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : truth(folder)) {
            try (Mat picture = opencv_imgcodecs.imread(folder.resolve(entry.getKey()).toString())) {
                boolean has = entry.getValue().path("mrz").isArray();
                count(
                        counts,
                        has ? "with MRZ" : "without",
                        entry.getKey(),
                        picture,
                        lines(entry.getValue()),
                        times);
            }
        }
        print("mrz-specimens, whole pictures", counts, times);
    }

    private void count(
            Map<String, Count> counts,
            String key,
            String file,
            Mat picture,
            List<String> truth,
            List<Double> times) {
        long start = System.nanoTime();
        MrzReading reading = reader.read(picture);
        double took = (System.nanoTime() - start) / 1e6;
        times.add(took);
        boolean right = false;
        boolean believed = false;
        boolean found = false;
        if (reading instanceof MrzReading.Read read) {
            found = true;
            right = read.mrz().texts().equals(truth);
            believed = read.mrz().valid();
            reliability.add(read.mrz(), truth, picture);
        }
        if (show && !right) {
            out.printf("%-40s %-10s %4.0f ms %s%n", file, key, took, told(reading, truth));
        }
        counts.put(key, counts.getOrDefault(key, Count.NONE).plus(right, believed, found));
    }

    private static String told(MrzReading reading, List<String> truth) {
        return switch (reading) {
            case MrzReading.Unreadable unreadable ->
                    truth.isEmpty() ? "nothing" : unreadable.reason().toString();
            case MrzReading.Read read ->
                    (read.mrz().valid() ? "valid " : "")
                            + "\n  read  "
                            + read.mrz().texts()
                            + "\n  truth "
                            + truth;
        };
    }

    private void print(String title, Map<String, Count> counts, List<Double> times) {
        out.printf(
                "%n%s%n%-16s %5s %5s %5s %s%n",
                title, "", "all", "read", "exact", "wrong but valid");
        counts.forEach((key, count) ->
                out.printf(
                        "%-16s %5d %5d %5d %d%n",
                        key, count.all(), count.read(), count.exact(), count.wrongButValid()));
        double[] sorted = times.stream().mapToDouble(t -> t).sorted().toArray();
        out.printf(
                "%-16s %5d %5d %5d; ms p50 %.0f p95 %.0f%n",
                "sum",
                counts.values().stream().mapToInt(Count::all).sum(),
                counts.values().stream().mapToInt(Count::read).sum(),
                counts.values().stream().mapToInt(Count::exact).sum(),
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)]);
    }

    private static List<Map.Entry<String, JsonNode>> truth(Path folder) throws IOException {
        JsonNode root = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
        return root.path("files").properties().stream().toList();
    }

    private static List<String> lines(JsonNode label) {
        return StreamSupport.stream(label.path("mrz").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Quad quad(JsonNode corners) {
        Point[] points = new Point[4];
        Arrays.setAll(
                points,
                i ->
                        new Point(
                                corners.path(i).path(0).asDouble(),
                                corners.path(i).path(1).asDouble()));
        return new Quad(points[0], points[1], points[2], points[3]);
    }
}

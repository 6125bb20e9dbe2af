package dev.tanaw.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.face.FaceComparer;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.quality.Gates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// Looks for faces in a labelled set: pictures with a `truth.json` beside them that gives for each
/// file how many `main_faces` there are. Where it says nothing of them it is only counted in how
/// many pictures one was found.
public final class FaceEvaluation {
    private final Path set;
    private final String name;
    private final Report report;
    private final List<Map.Entry<String, JsonNode>> files;
    private final Histogram taken = new Histogram(3);
    private final Map<Gate, Integer> failing = new EnumMap<>(Gate.class);
    private final List<String> remarkable = new ArrayList<>();
    private int labelled;
    private int right;
    private int missed;
    private int more;
    private int found;
    private int seen;

    public FaceEvaluation(Path set, Report report) throws IOException {
        this.set = set;
        this.name = String.valueOf(set.toAbsolutePath().normalize().getFileName());
        this.report = report;
        JsonNode root = new ObjectMapper().readTree(set.resolve("truth.json").toFile());
        this.files = List.copyOf(root.path("files").properties());
    }

    /// @return the files in which something else was found than is labelled, or a face where
    ///   nothing is
    public List<String> run(FaceMeasurer measurer, FaceComparer comparer) {
        FacePairs pairs = new FacePairs(name, comparer);
        for (Map.Entry<String, JsonNode> file : files) {
            Path path = set.resolve(file.getKey());
            if (Files.isRegularFile(path)) {
                try (Mat bgr = opencv_imgcodecs.imread(path.toString())) {
                    if (!bgr.empty()) {
                        look(file, bgr, measurer);
                        pairs.add(file.getValue(), bgr);
                    }
                }
            }
        }
        print();
        pairs.print(report);
        return List.copyOf(remarkable);
    }

    private void look(Map.Entry<String, JsonNode> file, Mat bgr, FaceMeasurer measurer) {
        long start = System.nanoTime();
        Optional<FaceMeasurer.Seen> face = measurer.measure(bgr, Optional.empty());
        taken.recordValue(System.nanoTime() - start);
        seen++;
        found += face.isPresent() ? 1 : 0;
        face.ifPresent(this::judge);
        JsonNode truth = file.getValue().path("main_faces");
        if (!truth.isInt()) {
            face.ifPresent(_ -> remarkable.add(file.getKey() + ": a face"));
            return;
        }
        labelled++;
        boolean several = face.map(one -> one.measurement().value(Gate.ONE_FACE) > 0).orElse(false);
        if (face.isPresent() != (truth.asInt() > 0)) {
            missed += face.isPresent() ? 0 : 1;
            remarkable.add(file.getKey() + (face.isPresent() ? ": a false face" : ": missed"));
        } else if (several != (truth.asInt() > 1)) {
            more++;
            remarkable.add(file.getKey() + ": another number of faces");
        } else {
            right++;
        }
    }

    private void judge(FaceMeasurer.Seen face) {
        Gates.standard().judge(face.measurement(), Set.of()).readings().stream()
                .filter(reading -> !reading.pass() && reading.gate() != Gate.STABILITY)
                .map(GateReading::gate)
                .forEach(gate -> failing.merge(gate, 1, Integer::sum));
    }

    private void print() {
        if (labelled > 0) {
            report.value("faces", name, "right", right, "pictures", labelled);
            report.value("faces", name, "missed", missed, "pictures", labelled);
            report.value("faces", name, "other_number", more, "pictures", labelled);
            failing.forEach((gate, count) ->
                    report.value(
                            "faces",
                            name,
                            "fails_" + gate.name().toLowerCase(Locale.ROOT),
                            count,
                            "pictures",
                            found));
        }
        report.value("faces", name, "with_a_face", found, "pictures", seen);
        report.histogram("faces", name, "measure", taken);
    }
}

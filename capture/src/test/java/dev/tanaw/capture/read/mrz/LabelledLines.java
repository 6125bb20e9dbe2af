package dev.tanaw.capture.read.mrz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import dev.tanaw.capture.locate.Point;

/// The set `mrz-lines`: thresholded crops of single lines, read without knowing their format. The
/// crops are stretched, each in its own way; they are brought back to the shape of OCR-B. Counts characters, and how often those of a probability are right.
final class LabelledLines {
    private static final double[] BOUNDS = {0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 1.01};
    private static final int BORDER = 60;

    /// Share of a crop's height that a capital takes.
    private static final double INK = 0.8;

    private final int[] all = new int[BOUNDS.length];
    private final int[] right = new int[BOUNDS.length];
    private final double[] told = new double[BOUNDS.length];
    private int lines;
    private int exact;
    private int characters;
    private int wrong;

    static Path folder() {
        return Path.of(System.getProperty("tanaw.data", "missing"), "mrz-lines");
    }

    /// @param every how many entries to go on by: 1 reads all
    static LabelledLines read(StripReader reader, int every) throws IOException {
        LabelledLines lines = new LabelledLines();
        JsonNode root = new ObjectMapper().readTree(folder().resolve("truth.json").toFile());
        List<String> names = new ArrayList<>();
        root.path("files")
                .properties()
                .forEach(entry -> {
                    if (entry.getValue().path("length_ok").asBoolean()
                            && !entry.getValue().path("check_digits_ok").toString().equals("false")) {
                        names.add(entry.getKey());
                    }
                });
        for (int i = 0; i < names.size(); i += every) {
            String text = root.path("files").path(names.get(i)).path("text").asText();
            lines.read(reader, folder().resolve(names.get(i)), text);
        }
        return lines;
    }

    private void read(StripReader reader, Path file, String text) {
        try (Mat crop = opencv_imgcodecs.imread(file.toString(), 0);
                Mat shaped = new Mat();
                Mat picture = new Mat();
                Scalar white = Scalar.all(255)) {
            int width = (int) (text.length() * Strip.PITCH);
            int height = (int) (Strip.CAPITAL / INK);
            opencv_imgproc.resize(
                    crop, shaped, new Size(width, height), 0, 0, opencv_imgproc.INTER_AREA);
            opencv_core.copyMakeBorder(
                    shaped, picture, BORDER, BORDER, BORDER, BORDER, opencv_core.BORDER_CONSTANT, white);
            double y = picture.rows() / 2.0;
            Strip row =
                    new Strip(
                            new Point(BORDER, y),
                            new Point(BORDER + width, y),
                            Strip.CAPITAL,
                            false);
            try (RowReader rows = new RowReader(picture, reader)) {
                count(rows.read(row, true), text);
            }
        }
    }

    private void count(Optional<Line> line, String text) {
        lines++;
        characters += text.length();
        if (line.isEmpty() || line.get().cells().count() != text.length()) {
            wrong += text.length();
            return;
        }
        List<Symbol> symbols =
                LineDecoder.decode(line.get().steps(), line.get().cells(), _ -> Alphabet.ANY);
        int missed = 0;
        for (int i = 0; i < text.length(); i++) {
            Symbol symbol = symbols.get(i);
            boolean good = symbol.best() == text.charAt(i);
            missed += good ? 0 : 1;
            int bin = 0;
            while (symbol.probability() >= BOUNDS[bin]) {
                bin++;
            }
            all[bin]++;
            right[bin] += good ? 1 : 0;
            told[bin] += symbol.probability();
        }
        wrong += missed;
        exact += missed == 0 ? 1 : 0;
    }

    double accuracy() {
        return 1 - (double) wrong / characters;
    }

    int lines() {
        return lines;
    }

    /// For people.
    String table() {
        StringBuilder table =
                new StringBuilder(
                        "%nmrz-lines, no format given: %d of %d lines exact, %.4f of characters%n"
                                .formatted(exact, lines, accuracy()));
        for (int bin = 0; bin < BOUNDS.length; bin++) {
            if (all[bin] > 0) {
                table.append(
                        "%-12.3f %6d %8.4f %8.4f%n"
                                .formatted(
                                        BOUNDS[bin],
                                        all[bin],
                                        told[bin] / all[bin],
                                        (double) right[bin] / all[bin]));
            }
        }
        return table.toString();
    }
}

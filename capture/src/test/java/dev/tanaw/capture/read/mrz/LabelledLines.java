package dev.tanaw.capture.read.mrz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.locate.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/// The set `mrz-lines`: thresholded crops of single lines with more or less paper around, read
/// without their format: only the number of characters is told, which gives their size. Counts
/// characters, and how often those of a probability are right.
final class LabelledLines {
    private static final int BORDER = 60;

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
                            && !entry.getValue()
                                    .path("check_digits_ok")
                                    .toString()
                                    .equals("false")) {
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
                Mat picture = new Mat();
                Scalar white = Scalar.all(255)) {
            opencv_core.copyMakeBorder(
                    crop,
                    picture,
                    BORDER,
                    BORDER,
                    BORDER,
                    BORDER,
                    opencv_core.BORDER_CONSTANT,
                    white);
            double y = picture.rows() / 2.0;
            double pitch = (double) crop.cols() / text.length();
            Strip row =
                    new Strip(
                            new Point(BORDER, y),
                            new Point(BORDER + crop.cols(), y),
                            pitch * Strip.CAPITAL / Strip.PITCH,
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
        StringBuilder read = new StringBuilder();
        LineDecoder.decode(line.get().steps(), line.get().cells(), _ -> Alphabet.ANY)
                .forEach(symbol -> read.append(symbol.best()));
        int missed = edits(read.toString(), text);
        wrong += missed;
        exact += missed == 0 ? 1 : 0;
    }

    /// Levenshtein's distance: a crop that lacks its first character is one mistake, not thirty.
    private static int edits(String read, String text) {
        int[] before = IntStream.rangeClosed(0, text.length()).toArray();
        for (int i = 1; i <= read.length(); i++) {
            int[] row = new int[text.length() + 1];
            row[0] = i;
            for (int j = 1; j <= text.length(); j++) {
                int same = read.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + same, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[text.length()];
    }

    double accuracy() {
        return 1 - (double) wrong / characters;
    }

    int lines() {
        return lines;
    }

    /// For people.
    String table() {
        return "%nmrz-lines, no format given: %d of %d lines exact, %.4f of characters%n"
                .formatted(exact, lines, accuracy());
    }
}

package dev.tanaw.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.PictureFile;
import dev.tanaw.capture.read.Reading;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzFields;
import dev.tanaw.capture.read.mrz.MrzFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.HdrHistogram.Histogram;
import org.bytedeco.opencv.opencv_core.Mat;

/// A labelled set: pictures with a `truth.json` beside them that gives for each file the printed
/// `mrz` lines, or the `text` of its code and its `format` (null: there is none), and the `printed`
/// values by the names of fields.
///
/// A wrong reading whose check digits are all right is counted by itself: nobody would notice it.
public final class Evaluation {
    private final Path set;
    private final String name;
    private final Report report;
    private final List<Map.Entry<String, JsonNode>> files;

    public Evaluation(Path set, Report report) throws IOException {
        this.set = set;
        this.name = String.valueOf(set.toAbsolutePath().normalize().getFileName());
        this.report = report;
        JsonNode root = new ObjectMapper().readTree(set.resolve("truth.json").toFile());
        this.files = List.copyOf(root.path("files").properties());
    }

    /// What was counted over the set.
    private static final class Counts {
        private int documents;
        private int unopened;
        private int zones;
        private int exact;
        private int wrongButValid;
        private int falseZones;
        private int characters;
        private int characterErrors;
        private int fields;
        private int rightFields;
        private int wrongGreen;
        private int codes;
        private int rightCodes;
        private int falseCodes;
        private final Histogram time = new Histogram(3);
        private final Reliability reliability = new Reliability();
        private final PrintedCounts printed = new PrintedCounts();
    }

    /// @return a line for each picture that was not read exactly
    public List<String> run(DocumentReader reader) {
        Counts counts = new Counts();
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : files) {
            Path file = set.resolve(entry.getKey());
            if (!Files.exists(file) || file.toString().endsWith(".txt")) {
                continue;
            }
            counts.documents++;
            try (Mat picture = PictureFile.open(file)) {
                long began = System.nanoTime();
                Reading reading = reader.read(picture);
                counts.time.recordValue(System.nanoTime() - began);
                if (!count(counts, reading, entry.getValue())) {
                    missed.add("  not exact: " + entry.getKey());
                }
                counts.printed
                        .count(reading, entry.getValue())
                        .forEach(field ->
                                missed.add("  not exact: " + entry.getKey() + ", " + field));
            } catch (IOException e) {
                counts.unopened++;
                missed.add("  not opened: " + entry.getKey() + ": " + e.getMessage());
            }
        }
        print(counts);
        return missed;
    }

    private static boolean count(Counts counts, Reading reading, JsonNode truth) {
        boolean exact = true;
        List<String> lines = texts(truth.path("mrz"));
        if (!lines.isEmpty()) {
            exact = zone(counts, reading, lines);
        } else if (reading.mrz().isPresent()) {
            counts.falseZones++;
            exact = false;
        }
        if (truth.has("format") && truth.path("format").isNull() && !reading.barcodes().isEmpty()) {
            counts.falseCodes++;
            exact = false;
        }
        Optional<String> code = code(truth);
        if (code.isPresent()) {
            counts.codes++;
            boolean right =
                    reading.barcodes().stream().anyMatch(found -> found.text().equals(code.get()));
            counts.rightCodes += right ? 1 : 0;
            exact &= right;
        }
        return exact;
    }

    private static boolean zone(Counts counts, Reading reading, List<String> lines) {
        counts.zones++;
        List<String> read = reading.mrz().map(Mrz::texts).orElse(List.of());
        boolean exact = read.equals(lines);
        counts.exact += exact ? 1 : 0;
        counts.wrongButValid += !exact && reading.mrz().map(Mrz::valid).orElse(false) ? 1 : 0;
        String all = String.join("\n", lines);
        counts.characters += all.length();
        counts.characterErrors += Math.min(all.length(), distance(String.join("\n", read), all));
        // Formats of one shape differ by what is printed: the reader's own choice first.
        reading.mrz()
                .map(Mrz::format)
                .filter(format -> fits(format, lines))
                .or(() -> format(lines))
                .ifPresent(format -> fields(counts, reading, format, lines));
        return exact;
    }

    private static void fields(
            Counts counts, Reading reading, MrzFormat format, List<String> lines) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> truth =
                MrzFields.of(Mrz.printed(format, lines), 1, 1, today).stream()
                        .collect(Collectors.toMap(Field::name, Field::value, (a, _) -> a));
        for (Field field : reading.fields()) {
            if (field.source() != Field.Source.MRZ) {
                continue;
            }
            boolean right = field.value().equals(truth.get(field.name()));
            counts.fields++;
            counts.rightFields += right ? 1 : 0;
            counts.wrongGreen += !right && field.band() == Band.GREEN ? 1 : 0;
            counts.reliability.count(field.confidence(), right);
        }
    }

    private static Optional<MrzFormat> format(List<String> lines) {
        return Arrays.stream(MrzFormat.values())
                .filter(format -> fits(format, lines))
                .filter(format -> visa(format) == lines.getFirst().startsWith("V"))
                .findFirst();
    }

    private static boolean fits(MrzFormat format, List<String> lines) {
        return format.lines() == lines.size()
                && lines.stream().allMatch(line -> line.length() == format.length());
    }

    private static boolean visa(MrzFormat format) {
        return format == MrzFormat.MRV_A || format == MrzFormat.MRV_B;
    }

    private static Optional<String> code(JsonNode truth) {
        JsonNode text = truth.has("barcode") ? truth.path("barcode") : truth.path("text");
        JsonNode inside = text.isObject() ? text.path("text") : text;
        boolean code = truth.has("barcode") || truth.has("format");
        return code && inside.isTextual() && !truth.path("mrz").isArray()
                ? Optional.of(inside.asText())
                : Optional.empty();
    }

    private static List<String> texts(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false).map(JsonNode::asText).toList();
    }

    private void print(Counts counts) {
        value("documents", counts.documents, counts.documents);
        value("not_opened", counts.unopened, counts.documents);
        if (counts.zones > 0) {
            value("mrz_exact", counts.exact, counts.zones);
            value("mrz_wrong_but_valid", counts.wrongButValid, counts.zones);
            report.value(
                    "evaluate",
                    name,
                    "character_errors",
                    (double) counts.characterErrors / counts.characters,
                    "share",
                    counts.characters);
            value("fields_exact", counts.rightFields, counts.fields);
            value("fields_wrong_green", counts.wrongGreen, counts.fields);
            counts.reliability.print(report, name);
        }
        value("mrz_false", counts.falseZones, counts.documents - counts.zones);
        if (counts.codes > 0) {
            value("codes_exact", counts.rightCodes, counts.codes);
            value("codes_false", counts.falseCodes, counts.documents - counts.codes);
        }
        counts.printed.print(report, name);
        report.histogram("evaluate", name, "time", counts.time);
    }

    private void value(String metric, int value, int of) {
        report.value("evaluate", name, metric, value, "of " + of, of);
    }

    /// The same pictures through another program, which prints text: exact when that contains every
    /// line, or the code.
    public void run(Peer peer) throws InterruptedException {
        Function<String, String> bare = text -> text.replaceAll("[ \\t]", "");
        Histogram time = new Histogram(3);
        int asked = 0;
        int exact = 0;
        for (Map.Entry<String, JsonNode> entry : files) {
            Path file = set.resolve(entry.getKey());
            List<String> lines = texts(entry.getValue().path("mrz"));
            Optional<String> code = code(entry.getValue());
            List<String> wanted = peer == Peer.ZBAR ? code.stream().toList() : lines;
            if (wanted.isEmpty() || !Files.exists(file)) {
                continue;
            }
            asked++;
            long began = System.nanoTime();
            try {
                String text = bare.apply(peer.read(file));
                exact += wanted.stream().map(bare).allMatch(text::contains) ? 1 : 0;
            } catch (IOException e) {
                report.value(
                        "evaluate",
                        name,
                        peer.name().toLowerCase(Locale.ROOT) + "_not_installed",
                        1,
                        "",
                        1);
                return;
            }
            time.recordValue(System.nanoTime() - began);
        }
        String who = peer.name().toLowerCase(Locale.ROOT);
        report.value("evaluate", name + ", " + who, "exact", exact, "of " + asked, asked);
        if (asked > 0) {
            report.histogram("evaluate", name + ", " + who, "time_with_start", time);
        }
    }

    /// Levenshtein.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}

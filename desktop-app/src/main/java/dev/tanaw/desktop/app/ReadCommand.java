package dev.tanaw.desktop.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.PictureFile;
import dev.tanaw.capture.read.Reading;
import dev.tanaw.capture.read.barcode.Barcode;
import dev.tanaw.capture.read.mrz.Mrz;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The station's readers on files. What it prints is the documents' content, unmasked: it is asked
/// for by the person who has the files.
@Command(
        name = "read",
        description = "Reads documents from picture files.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every picture was looked at, whether it held a document or not",
            "1:at least one file could not be opened as a picture",
            "2:wrong usage"
        })
final class ReadCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(arity = "1..*", paramLabel = "PICTURE", description = "JPEG, PNG, TIFF, BMP, WebP")
    private List<Path> pictures = List.of();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--annotate",
            paramLabel = "FOLDER",
            description = "write each picture there with what was found drawn on it")
    private @Nullable Path annotate;

    @Option(names = "--data", description = "folder for what is kept between starts")
    private Path data = DataFolder.usual();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws StartFailure, IOException {
        DataFolder.open(data);
        if (annotate != null) {
            Files.createDirectories(annotate);
        }
        PrintWriter out = spec.commandLine().getOut();
        int unopened = 0;
        try (DocumentReader reader = Readers.all(data, Clock.systemUTC())) {
            for (Path file : pictures) {
                if (!read(reader, file, out)) {
                    unopened++;
                }
                out.flush();
            }
        }
        return unopened == 0 ? 0 : 1;
    }

    private boolean read(DocumentReader reader, Path file, PrintWriter out) throws IOException {
        try (Mat picture = PictureFile.open(file)) {
            long began = System.nanoTime();
            Reading reading = reader.read(picture);
            double milliseconds = (System.nanoTime() - began) / 1e6;
            out.println(
                    json
                            ? object(file, reading, milliseconds)
                            : table(file, reading, milliseconds));
            if (annotate != null) {
                Annotation.write(picture, reading, annotate.resolve(name(file) + ".read.png"));
            }
            return true;
        } catch (IOException e) {
            if (json) {
                out.println(
                        JSON.createObjectNode()
                                .put("file", file.toString())
                                .put("error", e.getMessage()));
            } else {
                spec.commandLine().getErr().printf("%s: %s%n", file, e.getMessage());
            }
            return false;
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /// The shape is part of the documented contract of this command.
    static ObjectNode object(Path file, Reading reading, double milliseconds) {
        ObjectNode object = JSON.createObjectNode();
        object.put("file", file.toString());
        object.put("type", reading.documentType());
        object.put("template", reading.template().orElse(null));
        object.set("quad", reading.quad().map(ReadCommand::corners).orElse(null));
        object.set("mrz", reading.mrz().map(ReadCommand::lines).orElse(null));
        object.put("mrz_valid", reading.mrz().map(Mrz::valid).orElse(null));
        ArrayNode fields = object.putArray("fields");
        reading.fields().forEach(field -> fields.add(field(field)));
        ArrayNode codes = object.putArray("barcodes");
        for (Barcode code : reading.barcodes()) {
            codes.addObject().put("format", code.symbology().name()).put("text", code.text());
        }
        object.set("portrait", reading.portrait().map(face -> places(face.cut())).orElse(null));
        object.put("ms", Math.round(milliseconds * 10) / 10.0);
        return object;
    }

    private static ArrayNode corners(Quad quad) {
        ArrayNode corners = JSON.createArrayNode();
        for (Point corner : quad.corners()) {
            corners.addArray().add(round(corner.x())).add(round(corner.y()));
        }
        return corners;
    }

    private static double round(double pixels) {
        return Math.round(pixels * 100) / 100.0;
    }

    private static ArrayNode lines(Mrz mrz) {
        ArrayNode lines = JSON.createArrayNode();
        mrz.texts().forEach(lines::add);
        return lines;
    }

    private static ObjectNode field(Field field) {
        ObjectNode object =
                JSON.createObjectNode()
                        .put("name", field.name())
                        .put("value", field.value())
                        .put("confidence", rounded(field.confidence()))
                        .put("band", lower(field.band()))
                        .put("source", lower(field.source()));
        ArrayNode checks = object.putArray("checks");
        field.checks().forEach(checks::add);
        object.put("repaired", field.repaired());
        ArrayNode sources = object.putArray("sources");
        field.sources().forEach(source -> sources.add(lower(source)));
        object.put("conflict", field.conflict());
        ArrayNode others = object.putArray("alternatives");
        for (Field.Alternative other : field.alternatives()) {
            others.addObject()
                    .put("value", other.value())
                    .put("source", lower(other.source()))
                    .put("confidence", rounded(other.confidence()))
                    .put("agrees", other.agrees());
        }
        object.set("box", places(field.box()));
        return object;
    }

    private static String remarks(Field field) {
        StringBuilder remarks = new StringBuilder(field.repaired() ? ", repaired" : "");
        field.checks().stream()
                .filter(check -> check.endsWith(":fail"))
                .forEach(check -> remarks.append(", ").append(check));
        field.alternatives()
                .forEach(other ->
                        remarks.append(other.agrees() ? ", spelled " : ", but ")
                                .append(lower(other.source()))
                                .append(" says ")
                                .append(other.value()));
        return remarks.toString();
    }

    private static ArrayNode places(List<Field.Place> places) {
        ArrayNode array = JSON.createArrayNode();
        places.forEach(place -> array.addArray().add(rounded(place.x())).add(rounded(place.y())));
        return array;
    }

    private static double rounded(double share) {
        return Math.round(share * 1000) / 1000.0;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String table(Path file, Reading reading, double milliseconds) {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s: %s, %.0f ms%n"
                        .formatted(
                                file,
                                reading.documentType().replace('_', ' ')
                                        + reading.template().map(id -> " (" + id + ")").orElse(""),
                                milliseconds));
        reading.mrz()
                .ifPresent(mrz -> {
                    mrz.texts().forEach(line -> text.append("    %s%n".formatted(line)));
                    text.append(
                            mrz.valid()
                                    ? "    all check digits right%n".formatted()
                                    : "    some check digits wrong%n".formatted());
                });
        for (Field field : reading.fields()) {
            text.append(
                    "  %-16s %-40s %3.0f %% %-5s %s%s%n"
                            .formatted(
                                    field.name(),
                                    field.value(),
                                    field.confidence() * 100,
                                    lower(field.band()),
                                    field.sources().stream()
                                            .map(ReadCommand::lower)
                                            .collect(Collectors.joining("+")),
                                    remarks(field)));
        }
        for (Barcode code : reading.barcodes()) {
            text.append(
                    "  %-16s %s%n"
                            .formatted(
                                    lower(code.symbology()),
                                    code.text().replaceAll("\\p{Cntrl}+", " ")));
        }
        if (reading.fields().isEmpty() && reading.barcodes().isEmpty()) {
            text.append("  nothing to read was found%n".formatted());
        }
        return text.toString().stripTrailing();
    }
}

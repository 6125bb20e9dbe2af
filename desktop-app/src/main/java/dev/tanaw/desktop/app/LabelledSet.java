package dev.tanaw.desktop.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.Still;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// A set for `./tanaw evaluate`: specimens as the replay camera sees them, on its desk with tilt,
/// shade and noise, at 1280×720 and 1920×1080 in turn, and `truth.json` with what is printed on
/// them.
final class LabelledSet {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private LabelledSet() {}

    /// @return the file with the truth
    static Path write(Path folder, long seed, int people) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("about", "fictional documents, seeds %d and following".formatted(seed));
        ObjectNode files = root.putObject("files");
        for (long person = seed; person < seed + people; person++) {
            boolean large = person % 2 == 0;
            try (Still still = large ? new Still(1920, 1080) : new Still(1280, 720)) {
                for (Specimen.Kind kind : Specimen.Kind.values()) {
                    for (Specimen side : Specimens.of(kind, person)) {
                        String name = name(side, person);
                        picture(still, side, person, folder.resolve(name));
                        files.set(name, truth(side));
                    }
                }
            }
        }
        Path truth = folder.resolve("truth.json");
        JSON.writeValue(truth.toFile(), root);
        return truth;
    }

    private static String name(Specimen side, long person) {
        return "%s_%d_%s.jpg"
                .formatted(
                        side.kind().name().toLowerCase(Locale.ROOT),
                        person,
                        side.face().name().toLowerCase(Locale.ROOT));
    }

    private static void picture(Still still, Specimen side, long person, Path file)
            throws IOException {
        Prop prop = Prop.of(side);
        try (Mat _ = prop.picture();
                Mat frame = still.draw(prop, person)) {
            if (!opencv_imgcodecs.imwrite(file.toString(), frame)) {
                throw new IOException("cannot write " + file);
            }
        }
    }

    private static ObjectNode truth(Specimen side) {
        ObjectNode truth = JSON.createObjectNode();
        template(side).ifPresent(template -> truth.put("template", template));
        if (!side.mrz().isEmpty()) {
            side.mrz().forEach(truth.withArray("mrz")::add);
        }
        side.barcode().ifPresent(text -> truth.put("barcode", text));
        ObjectNode printed = truth.putObject("printed");
        new TreeMap<>(side.printed()).forEach(printed::put);
        return truth;
    }

    /// Backs without print are known by their code alone.
    private static Optional<String> template(Specimen side) {
        if (side.printed().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (side.kind()) {
                    case PASSPORT -> "icao-passport";
                    case ID_CARD -> "mrz-id-card";
                    case LICENCE, EU_LICENCE -> "eu-licence";
                    case PHILID -> "ph-philid";
                    case UMID -> "ph-umid";
                    case PH_LICENCE -> "ph-licence";
                    case PRC -> "ph-prc";
                });
    }
}

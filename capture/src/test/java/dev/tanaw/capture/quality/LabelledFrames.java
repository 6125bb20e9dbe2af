package dev.tanaw.capture.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The frames whose corners and condition are known, see the data's own description.
public record LabelledFrames(Path folder, List<Labelled> frames) {

    /// @param condition what was done to the picture, like `defocus-heavy`
    public record Labelled(Path file, Quad quad, String condition, String document) {}

    public static boolean present() {
        return Files.exists(folderOf().resolve("truth.json"));
    }

    /// Those with all four corners in view.
    public static LabelledFrames read() throws IOException {
        Path folder = folderOf();
        JsonNode truth = new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
        List<Labelled> frames =
                truth.path("files").properties().stream()
                        .filter(entry -> entry.getValue().path("all_corners_in_frame").asBoolean())
                        .map(entry ->
                                new Labelled(
                                        folder.resolve(entry.getKey()),
                                        quad(entry.getValue().path("quad")),
                                        entry.getValue().path("condition").asText(),
                                        entry.getValue().path("document").asText()))
                        .toList();
        return new LabelledFrames(folder, frames);
    }

    public Stream<Labelled> of(String condition) {
        return frames.stream().filter(frame -> frame.condition().equals(condition));
    }

    private static Path folderOf() {
        return Path.of(System.getProperty("tanaw.data", "missing"), "frames-composite");
    }

    private static Quad quad(JsonNode corners) {
        List<Point> points =
                Stream.of(0, 1, 2, 3)
                        .map(i ->
                                new Point(
                                        corners.path(i).path(0).asDouble(),
                                        corners.path(i).path(1).asDouble()))
                        .toList();
        return new Quad(points.get(0), points.get(1), points.get(2), points.get(3));
    }
}

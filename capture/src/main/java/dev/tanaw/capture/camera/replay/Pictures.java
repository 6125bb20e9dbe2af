package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pictures of documents from a folder, in the order of their names. Damaged ones are passed over
/// with a word.
public final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    /// An ID-1 card, when the picture's proportions do not say otherwise.
    private static final double CARD_MM = 85.60;

    private static final double PAGE_MM = 125;

    private static final Pattern SIDE =
            Pattern.compile("(.*)[_-](front|back)\\.\\w+", Pattern.CASE_INSENSITIVE);

    private static final Comparator<Path> FRONT_FIRST =
            Comparator.comparing(Pictures::document).thenComparing(Pictures::isBack);

    private Pictures() {}

    private static boolean isBack(Path file) {
        Matcher side = SIDE.matcher(String.valueOf(file.getFileName()));
        return side.matches() && side.group(2).equalsIgnoreCase("back");
    }

    private static String document(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher side = SIDE.matcher(name);
        return side.matches() ? side.group(1) : name;
    }

    /// @throws CameraException when there is nothing to show, saying where and why
    public static List<List<ReplayStage.Prop>> in(Path folder) throws CameraException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Pictures::isPicture).sorted(FRONT_FIRST).toList();
        } catch (IOException e) {
            throw new CameraException(
                    Fault.NOT_FOUND,
                    "the replay folder %s is not there or cannot be read".formatted(folder),
                    e);
        }
        if (files.isEmpty()) {
            throw new CameraException(
                    Fault.NOT_FOUND,
                    "the replay folder %s has no pictures (PNG or JPEG)".formatted(folder));
        }
        // `x_front.png` and `x_back.png` are the sides of one document.
        Map<String, List<ReplayStage.Prop>> documents = new LinkedHashMap<>();
        for (Path file : files) {
            Mat picture = opencv_imgcodecs.imread(file.toString());
            if (picture.empty()) {
                picture.close();
                LOG.warn("{} is damaged or no picture; passed over", file.getFileName());
            } else {
                documents
                        .computeIfAbsent(document(file), _ -> new ArrayList<>())
                        .add(prop(picture));
            }
        }
        if (documents.isEmpty()) {
            throw new CameraException(
                    Fault.BAD_PICTURE,
                    "none of the %d pictures in %s can be read".formatted(files.size(), folder));
        }
        return List.copyOf(documents.values());
    }

    /// A picture in the proportions of cameras is what a camera saw; any other is of a document.
    static ReplayStage.Prop prop(Mat picture) {
        double aspect = (double) picture.cols() / picture.rows();
        if (near(aspect, 16 / 9.0) || near(aspect, 4 / 3.0)) {
            return ReplayStage.Prop.frame(picture);
        }
        return new ReplayStage.Prop(picture, aspect > 1.5 ? CARD_MM : PAGE_MM);
    }

    private static boolean near(double aspect, double camera) {
        return Math.abs(aspect / camera - 1) < 0.012;
    }

    static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }
}

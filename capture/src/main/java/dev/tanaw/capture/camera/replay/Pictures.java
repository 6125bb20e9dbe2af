package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private Pictures() {}

    /// @throws CameraException when there is nothing to show, saying where and why
    public static List<ReplayStage.Prop> in(Path folder) throws CameraException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Pictures::isPicture).sorted().toList();
        } catch (IOException e) {
            throw new CameraException(
                    Fault.NOT_FOUND, "the replay folder %s cannot be read".formatted(folder), e);
        }
        if (files.isEmpty()) {
            throw new CameraException(
                    Fault.NOT_FOUND,
                    "the replay folder %s has no pictures (PNG or JPEG)".formatted(folder));
        }
        List<ReplayStage.Prop> props = new ArrayList<>();
        for (Path file : files) {
            Mat picture = opencv_imgcodecs.imread(file.toString());
            if (picture.empty()) {
                LOG.warn("{} is damaged or no picture; passed over", file.getFileName());
            } else {
                props.add(new ReplayStage.Prop(picture, width(picture)));
            }
        }
        if (props.isEmpty()) {
            throw new CameraException(
                    Fault.BAD_PICTURE,
                    "none of the %d pictures in %s can be read".formatted(files.size(), folder));
        }
        return List.copyOf(props);
    }

    private static double width(Mat picture) {
        return (double) picture.cols() / picture.rows() > 1.5 ? CARD_MM : PAGE_MM;
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg");
    }
}

package dev.tanaw.capture.face;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tanaw.capture.camera.replay.ReplayStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Pictures of faces, and what is done to them.
final class Faces {
    private Faces() {}

    /// The one photograph that may be shipped.
    static Mat person() {
        return ReplayStage.Prop.person().picture();
    }

    /// Of a labelled set beside the project; the test is skipped where it is not there.
    static List<Mat> of(String set) throws IOException {
        Path folder = Path.of(System.getProperty("tanaw.data", "missing"), set);
        assumeThat(folder).as("pictures of faces, looked for at -Dtanaw.data").isDirectory();
        List<Mat> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith("g")).sorted().toList()) {
                pictures.add(opencv_imgcodecs.imread(file.toString()));
            }
        }
        return pictures;
    }

    /// The pictures of a clip of the labelled set `videos`; the test is skipped where it is not
    /// there.
    static List<Mat> clip(String name) {
        Path file = Path.of(System.getProperty("tanaw.data", "missing"), "videos", name);
        assumeThat(file).as("clip, looked for at -Dtanaw.data").isRegularFile();
        List<Mat> pictures = new ArrayList<>();
        try (MatVector all = new MatVector()) {
            opencv_imgcodecs.imreadmulti(file.toString(), all, opencv_imgcodecs.IMREAD_COLOR);
            for (long i = 0; i < all.size(); i++) {
                pictures.add(all.get(i).clone());
            }
        }
        return pictures;
    }

    static Mat blurred(Mat picture, double sigma) {
        Mat out = new Mat();
        try (Size size = new Size(0, 0)) {
            opencv_imgproc.GaussianBlur(picture, out, size, sigma);
        }
        return out;
    }

    static Mat darkened(Mat picture, double share) {
        Mat out = new Mat();
        picture.convertTo(out, -1, share, 0);
        return out;
    }

    static Mat enlarged(Mat picture, double scale) {
        Mat out = new Mat();
        try (Size size = new Size(0, 0)) {
            opencv_imgproc.resize(picture, out, size, scale, scale, opencv_imgproc.INTER_CUBIC);
        }
        return out;
    }

    /// @param degrees clockwise, about the middle of the face
    static Mat turned(Mat picture, double degrees) {
        Mat out = new Mat();
        try (Point2f middle = new Point2f(226, 121);
                Mat map = opencv_imgproc.getRotationMatrix2D(middle, -degrees, 1)) {
            warp(picture, out, map);
        }
        return out;
    }

    static Mat moved(Mat picture, int right) {
        Mat out = new Mat(picture.rows(), picture.cols(), picture.type(), Scalar.all(120));
        picture.colRange(0, picture.cols() - right).copyTo(out.colRange(right, picture.cols()));
        return out;
    }

    private static void warp(Mat picture, Mat out, Mat map) {
        try (Size size = new Size(picture.cols(), picture.rows());
                Scalar grey = Scalar.all(120)) {
            opencv_imgproc.warpAffine(
                    picture,
                    out,
                    map,
                    size,
                    opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_CONSTANT,
                    grey);
        }
    }

    /// Somebody else beside, smaller by that much.
    static Mat beside(Mat picture, double share) {
        Mat small = new Mat();
        Mat other = new Mat(picture.rows(), picture.cols(), picture.type(), Scalar.all(120));
        try (Size size = new Size((int) (picture.cols() * share), (int) (picture.rows() * share))) {
            opencv_imgproc.resize(picture, small, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        small.copyTo(other.colRange(0, small.cols()).rowRange(0, small.rows()));
        Mat both = new Mat();
        opencv_core.hconcat(picture, other, both);
        return both;
    }
}

package dev.tanaw.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.MrzReading;
import dev.tanaw.capture.read.mrz.ReaderDamaged;
import dev.tanaw.capture.specimen.Specimens;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MosaicTest {
    private static final int WIDE = 1280;
    private static final int HIGH = 720;
    private static final int LOOKS = 40;

    @ParameterizedTest
    @CsvSource({
        "1280, 720, 32, 18",
        "720, 1280, 18, 32",
        "640, 480, 32, 24",
        "1, 1, 32, 32",
        "4000, 3, 32, 1"
    })
    void itHasFewCells(int wide, int high, int cells, int rows) {
        try (Mat grey = new Mat(high, wide, CV_8UC3, new Scalar(90, 120, 200, 0));
                Mat seen = seen(grey)) {
            assertThat(seen.cols()).isEqualTo(cells);
            assertThat(seen.rows()).isEqualTo(rows);
        }
    }

    @Test
    void itsColoursComeInSteps() {
        try (Mat noise = noise(11);
                Mat seen = seen(noise);
                UByteIndexer pixels = seen.createIndexer()) {
            Set<Integer> steps = new TreeSet<>();
            for (long row = 0; row < seen.rows(); row++) {
                for (long column = 0; column < seen.cols(); column++) {
                    steps.add(pixels.get(row, column, 1));
                }
            }
            assertThat(steps).hasSizeLessThanOrEqualTo(Mosaic.STEPS).allMatch(step -> step <= 255);
        }
    }

    @Test
    void darkAndLightAreToldApart() {
        try (Mat picture = framed(Prop.of(Specimens.passport(1)).picture(), 1);
                Mat seen = seen(picture);
                Scalar whole = mean(picture);
                Scalar coarse = mean(seen)) {
            assertThat(coarse.get(1)).isCloseTo(whole.get(1), within(10.0));
        }
    }

    /// As near as a card can be held, and with forty looks whose places are known and added up.
    @Test
    void nobodyReadsAZoneOutOfManyLooks() throws ReaderDamaged {
        try (MrzReader reader = MrzReader.load();
                Mat page = framed(Prop.of(Specimens.passport(1)).picture(), 1);
                Mat added = added(page, MosaicTest::seen)) {
            assertThat(reader.read(page)).isInstanceOf(MrzReading.Read.class);
            assertThat(reader.read(added)).isInstanceOf(MrzReading.Unreadable.class);
        }
    }

    /// With cells a sixth as wide that can be done: a look is not read, many are.
    @Test
    void finerCellsWouldNotDo() throws ReaderDamaged {
        try (MrzReader reader = MrzReader.load();
                Mat page = framed(Prop.of(Specimens.passport(1)).picture(), 1);
                Mat one = enlarged(finer(page));
                Mat added = added(page, MosaicTest::finer)) {
            assertThat(reader.read(one)).isInstanceOf(MrzReading.Unreadable.class);
            assertThat(reader.read(added)).isInstanceOf(MrzReading.Read.class);
        }
    }

    private static Mat finer(Mat frame) {
        Mat cells = new Mat();
        try (Size size = new Size(6 * Mosaic.CELLS, 6 * Mosaic.CELLS * HIGH / WIDE)) {
            resize(frame, cells, size, 0, 0, INTER_AREA);
        }
        return cells;
    }

    /// A head as large as the face step asks for.
    @Test
    void nobodyFindsAFace() throws Exception {
        try (FaceMeasurer measurer = FaceMeasurer.load();
                Mat person = framed(Prop.person().picture(), 1);
                Mat seen = seen(person);
                Mat large = enlarged(seen)) {
            assertThat(found(measurer, person)).isTrue();
            assertThat(found(measurer, large)).isFalse();
        }
    }

    private static boolean found(FaceMeasurer measurer, Mat picture) {
        return measurer.measure(picture, Optional.empty())
                .map(FaceMeasurer.Seen::measurement)
                .filter(Measurement::found)
                .isPresent();
    }

    private static Mat seen(Mat frame) {
        try (BytePointer png = new BytePointer(Mosaic.of(frame));
                Mat bytes = new Mat(1, (int) png.capacity(), CV_8UC1, png)) {
            return imdecode(bytes, IMREAD_COLOR);
        }
    }

    private static Mat noise(long seed) {
        Random random = new Random(seed);
        Mat mat = new Mat(HIGH, WIDE, CV_8UC3);
        try (UByteIndexer pixels = mat.createIndexer()) {
            for (long row = 0; row < HIGH; row++) {
                int base = random.nextInt(256);
                for (long column = 0; column < WIDE; column++) {
                    for (long colour = 0; colour < 3; colour++) {
                        pixels.put(row, column, colour, (base + random.nextInt(60)) % 256);
                    }
                }
            }
        }
        return mat;
    }

    /// A frame that the picture fills to so large a share of its height.
    private static Mat framed(Mat picture, double share) {
        double scale = Math.min((double) WIDE / picture.cols(), HIGH * share / picture.rows());
        try (Mat fitted = new Mat();
                Size size =
                        new Size((int) (picture.cols() * scale), (int) (picture.rows() * scale))) {
            resize(picture, fitted, size, 0, 0, INTER_CUBIC);
            int left = (WIDE - fitted.cols()) / 2;
            int top = (HIGH - fitted.rows()) / 2;
            Mat frame = new Mat();
            copyMakeBorder(
                    fitted,
                    frame,
                    top,
                    HIGH - fitted.rows() - top,
                    left,
                    WIDE - fitted.cols() - left,
                    BORDER_REPLICATE);
            return frame;
        }
    }

    private static Mat enlarged(Mat seen) {
        Mat large = new Mat();
        try (Size size = new Size(WIDE, HIGH)) {
            resize(seen, large, size, 0, 0, INTER_CUBIC);
        }
        return large;
    }

    /// The mean of looks at the page, each moved by a part of a cell and moved back again.
    private static Mat added(Mat page, UnaryOperator<Mat> look) {
        int cell = WIDE / Mosaic.CELLS;
        Random random = new Random(5);
        try (Mat wide = new Mat();
                Mat sum = new Mat(HIGH, WIDE, CV_32FC3, Scalar.all(0))) {
            copyMakeBorder(page, wide, cell, cell, cell, cell, BORDER_REPLICATE);
            for (int n = 0; n < LOOKS; n++) {
                int right = random.nextInt(cell);
                int down = random.nextInt(cell);
                try (Mat moved = new Mat(wide, new Rect(right, down, WIDE, HIGH));
                        Mat seen = look.apply(moved);
                        Mat large = enlarged(seen);
                        Mat bordered = new Mat();
                        Mat real = new Mat()) {
                    copyMakeBorder(large, bordered, cell, cell, cell, cell, BORDER_REPLICATE);
                    new Mat(bordered, new Rect(2 * cell - right, 2 * cell - down, WIDE, HIGH))
                            .convertTo(real, CV_32FC3, 1.0 / LOOKS, 0);
                    add(sum, real, sum);
                }
            }
            Mat mean = new Mat();
            sum.convertTo(mean, CV_8UC3);
            return mean;
        }
    }
}

package dev.tanaw.capture.read.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.specimen.Specimens;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BarcodeReaderTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Set<Symbology> ALL = EnumSet.allOf(Symbology.class);

    private final BarcodeReader reader = new BarcodeReader();

    @ParameterizedTest
    @EnumSource(Symbology.class)
    void readsEachKind(Symbology symbology) throws WriterException {
        try (Mat picture = printed(symbology.format(), "TANAW123", 400)) {
            List<Barcode> found = reader.read(picture, ALL, LIMIT);

            assertThat(found).extracting(Barcode::symbology).containsExactly(symbology);
            assertThat(found.getFirst().text()).isEqualTo("TANAW123");
            assertThat(found.getFirst().place()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                opencv_core.ROTATE_90_CLOCKWISE,
                opencv_core.ROTATE_180,
                opencv_core.ROTATE_90_COUNTERCLOCKWISE
            })
    void readsALicencesBackWhicheverWayItLies(int turn) {
        try (Mat back = Prop.of(Specimens.licence(4).getLast()).picture()) {
            opencv_core.rotate(back, back, turn);
            List<Barcode> found = reader.read(back, Set.of(Symbology.PDF_417), LIMIT);

            assertThat(found).hasSize(1);
            Aamva card = Aamva.parse(found.getFirst().text()).orElseThrow();
            assertThat(card.fields(List.of()))
                    .extracting(Field::name)
                    .contains("last_name", "first_name", "date_of_birth", "document_number");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "11, 640", "640, 11", "640, 480", "3000, 200"})
    void blankPicturesHoldNone(int width, int height) {
        try (Mat blank = new Mat(height, width, opencv_core.CV_8UC3, Scalar.GRAY)) {
            assertThat(reader.read(blank, ALL, LIMIT)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseHoldsNone(long seed) {
        opencv_core.setRNGSeed((int) seed);
        try (Mat noise = new Mat(480, 640, opencv_core.CV_8UC1);
                Mat low = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(0));
                Mat high = new Mat(1, 1, opencv_core.CV_64F, Scalar.all(255))) {
            opencv_core.randu(noise, low, high);
            assertThat(reader.read(noise, ALL, LIMIT)).isEmpty();
        }
    }

    @Test
    void nothingIsBegunAfterTheLimit() {
        try (Mat back = Prop.of(Specimens.licence(4).getLast()).picture()) {
            assertThat(reader.read(back, ALL, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void aCodeShowsNothingOfWhatItSays() {
        assertThat(new Barcode(Symbology.QR_CODE, "SECRET", List.of()).toString())
                .doesNotContain("SECRET");
    }

    private static Mat printed(BarcodeFormat format, String text, int width)
            throws WriterException {
        boolean square = format == BarcodeFormat.QR_CODE || format == BarcodeFormat.DATA_MATRIX;
        BitMatrix bits =
                new MultiFormatWriter().encode(text, format, width, square ? width : width / 3);
        Mat drawn = new Mat(bits.getHeight(), bits.getWidth(), opencv_core.CV_8UC1, Scalar.WHITE);
        try (var pixels = drawn.createIndexer()) {
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        pixels.putDouble(new long[] {y, x}, 0);
                    }
                }
            }
        }
        double scale = Math.max(1, (double) width / bits.getWidth());
        try (Size size = new Size()) {
            opencv_imgproc.resize(drawn, drawn, size, scale, scale, opencv_imgproc.INTER_NEAREST);
        }
        opencv_core.copyMakeBorder(
                drawn, drawn, 40, 40, 40, 40, opencv_core.BORDER_CONSTANT, Scalar.WHITE);
        return drawn;
    }
}

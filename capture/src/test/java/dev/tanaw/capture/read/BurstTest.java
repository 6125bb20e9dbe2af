package dev.tanaw.capture.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.signed.SignatureKeys;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/// Several pictures of one document, each worse than any that the gates let through.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class BurstTest {
    private static final int DOCUMENTS = 6;
    private static final Optional<Side> FRONT = Optional.of(Side.FRONT);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MrzReader mrz = load();
    private final MachineReader reader = new MachineReader(mrz, SignatureKeys.none());

    private static MrzReader load() {
        try {
            return MrzReader.load();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    void close() {
        mrz.close();
    }

    /// Of twenty such passports the best picture alone gives eight exactly and six wrongly with
    /// right check digits; four pictures together give all twenty.
    @Test
    void togetherTheyAreReadWhereOneAloneIsNot() {
        int alone = 0;
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            Specimen page = Specimens.passport(seed);
            List<Shot> burst = burst(page, seed, 70, 2);
            MachineReadable first = read(burst.getFirst());
            alone += text(first).equals(page.mrz()) ? 1 : 0;

            MachineReadable all =
                    reader.further(first, burst.subList(1, 4), FRONT, PATIENCE, () -> true);

            assertThat(text(all)).isEqualTo(page.mrz());
            assertThat(all.mrz().map(Mrz::valid)).contains(true);
        }
        assertThat(alone).isLessThan(DOCUMENTS);
    }

    @Test
    void whatOnePictureTellsForSureIsNotAskedOfAnother() {
        List<Shot> burst = burst(Specimens.passport(1), 1, 5, 0.8);
        MachineReadable first = read(burst.getFirst());
        assertThat(first.doubtful()).isFalse();
        assertThat(reader.further(first, burst.subList(1, 4), FRONT, PATIENCE, () -> true))
                .isSameAs(first);
    }

    @Test
    void aReadingThatIsNoLongerWantedEnds() {
        List<Shot> burst = burst(Specimens.passport(0), 0, 70, 2);
        MachineReadable first = MachineReadable.NOTHING;
        assertThat(reader.further(first, burst, FRONT, PATIENCE, () -> false)).isSameAs(first);
        assertThat(reader.further(first, burst, FRONT, Duration.ZERO.minusNanos(1), () -> true))
                .isSameAs(first);
    }

    /// A picture of something else does not change what most say.
    @Test
    void oneThatShowsAnotherDocumentIsOutvoted() {
        List<Shot> burst = new ArrayList<>(burst(Specimens.passport(2), 2, 55, 2));
        burst.set(3, burst(Specimens.idCard(4).getLast(), 4, 5, 0.8).getFirst());
        MachineReadable first = read(burst.getFirst());
        List<Shot> others = burst.subList(1, 4);
        assertThat(text(reader.further(first, others, FRONT, PATIENCE, () -> true)))
                .isEqualTo(Specimens.passport(2).mrz());
    }

    private MachineReadable read(Shot shot) {
        try (Straightened straight = Straightened.of(shot.picture(), Optional.of(shot.outline()))) {
            return reader.read(shot.picture(), straight.document(), FRONT);
        }
    }

    private static List<String> text(MachineReadable read) {
        return read.mrz().map(Mrz::texts).orElse(List.of());
    }

    /// Four frames of 1280×720 of a document that a hand holds.
    ///
    /// @param noise standard deviation of each channel, of 255
    /// @param blur sigma in pixels
    private static List<Shot> burst(Specimen page, long seed, double noise, double blur) {
        Random random = new Random(seed);
        List<Shot> burst = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            burst.add(frame(page, random, noise, blur));
        }
        return burst;
    }

    private static Shot frame(Specimen page, Random random, double noise, double blur) {
        Mat document = Prop.of(page).picture();
        double left = 180 + random.nextDouble(-6, 6);
        double top = 40 + random.nextDouble(-6, 6);
        double width = 900;
        double height = width * document.rows() / document.cols();
        Quad quad =
                new Quad(
                        new Point(left, top),
                        new Point(left + width, top + random.nextDouble(-3, 3)),
                        new Point(left + width, top + height),
                        new Point(left, top + height + random.nextDouble(-3, 3)));
        Mat picture = new Mat();
        opencv_imgproc.warpPerspective(
                document,
                picture,
                opencv_imgproc.getPerspectiveTransform(
                        points(
                                new Quad(
                                        new Point(0, 0),
                                        new Point(document.cols(), 0),
                                        new Point(document.cols(), document.rows()),
                                        new Point(0, document.rows()))),
                        points(quad)),
                new Size(1280, 720),
                opencv_imgproc.INTER_AREA,
                opencv_core.BORDER_CONSTANT,
                Scalar.all(60));
        opencv_imgproc.GaussianBlur(picture, picture, new Size(0, 0), blur);
        Mat dirt = new Mat(picture.size(), opencv_core.CV_16SC3);
        opencv_core.setRNGSeed(random.nextInt());
        opencv_core.randn(
                dirt, new Mat(new double[] {0, 0, 0}), new Mat(new double[] {noise, noise, noise}));
        picture.convertTo(picture, opencv_core.CV_16SC3);
        opencv_core.add(picture, dirt, picture);
        picture.convertTo(picture, opencv_core.CV_8UC3);
        return new Shot(picture, quad);
    }

    private static Mat points(Quad quad) {
        Mat points = new Mat(4, 1, opencv_core.CV_32FC2);
        FloatBuffer values = points.createBuffer();
        quad.corners().forEach(at -> values.put((float) at.x()).put((float) at.y()));
        return points;
    }
}

package dev.tanaw.capture.camera.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.pdf417.PDF417Reader;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.Test;

final class ReplayCameraTest {
    private static final long PERIOD = 33_333_333;
    private static final Duration LONG = Duration.ofSeconds(3);

    private final FramePool pool = new FramePool();
    private final ReplayStage stage = new ReplayStage();
    private long now = 5_000_000_000L;

    @Test
    void aHeldCardIsStillLargeStraightAndInsideTheFrame() {
        stage.play(Scenario.empty(Duration.ZERO).approach(card()).hold(LONG));
        List<Quad> held = quads(60, 40);

        for (int i = 0; i < held.size(); i++) {
            Quad quad = held.get(i);
            assertThat(quad.width() / 1280).isBetween(0.62, 0.70);
            assertThat(quad.width() / 85.6 * 25.4).as("dpi").isGreaterThan(200);
            assertThat(quad.corners())
                    .allMatch(corner -> corner.x() > 26 && corner.x() < 1254)
                    .allMatch(corner -> corner.y() > 15 && corner.y() < 705);
            if (i > 0) {
                assertThat(moved(held.get(i - 1), quad)).as("pixels a frame").isBetween(1e-4, 1.2);
            }
        }
    }

    @Test
    void aShakeMovesTheDocumentFarMoreThanAHoldingHand() {
        stage.play(Scenario.empty(Duration.ZERO).approach(card()).hold(LONG).shake());
        List<Quad> all = quads(36, 100);

        double most = 0;
        for (int i = 1; i < all.size(); i++) {
            most = Math.max(most, moved(all.get(i - 1), all.get(i)));
        }
        assertThat(most).isGreaterThan(30);
    }

    @Test
    void glareClipsAPartOfTheDocumentAndNothingElseDoes() throws Exception {
        stage.play(
                Scenario.empty(Duration.ofMillis(400))
                        .approach(card())
                        .hold(Duration.ofMillis(400))
                        .glare()
                        .hold(LONG));
        try (ReplayCamera camera = camera()) {
            assertThat(clipped(camera, 10)).as("empty desk").isZero();
            assertThat(clipped(camera, 40)).as("held").isZero();
            assertThat(clipped(camera, 17)).as("glare").isBetween(0.01, 0.06);
            assertThat(clipped(camera, 30)).as("afterwards").isZero();
        }
    }

    @Test
    void theSensorsNoiseDiffersFromFrameToFrame() throws Exception {
        try (ReplayCamera camera = camera();
                Frame first = camera.read(pool);
                Frame second = camera.read(pool);
                Mat difference = new Mat()) {
            opencv_core.absdiff(first.pixels(), second.pixels(), difference);

            assertThat(opencv_core.mean(difference).get(0)).isBetween(0.5, 4.0);
        }
    }

    @Test
    void theBarCodeOfAHeldLicenceIsReadFromTheFrame() throws Exception {
        Specimen back = Specimens.licence(2).getLast();
        stage.play(Scenario.empty(Duration.ZERO).approach(Prop.of(back)).hold(LONG));
        try (Scenery scenery = new Scenery(1280, 720);
                Mat frame = new Mat()) {
            for (int i = 0; i < 60; i++) {
                scenery.draw(stage.at(now += PERIOD), i, frame);
            }
            Quad quad = scenery.draw(stage.at(now), 60, frame).getFirst();

            assertThat(decode(frame, quad)).isEqualTo(back.barcode().orElseThrow());
        }
    }

    @Test
    void aPictureOfAWholeSceneIsShownAsItIs() throws Exception {
        Prop scene = Pictures.prop(new Mat(480, 640, opencv_core.CV_8UC3, gray(200)));
        assertThat(scene.manner()).isEqualTo(ReplayStage.Manner.FRAME);
        stage.present(scene);
        try (ReplayCamera camera = camera();
                Frame frame = camera.read(pool)) {
            assertThat(frame.pixels().ptr(360, 640).get(0) & 0xff).isEqualTo(200);
            assertThat(frame.pixels().ptr(360, 100).get(0) & 0xff).as("letterbox").isZero();
        }
    }

    @Test
    void framesThatAreGivenBackUseTheSameBuffer() throws Exception {
        stage.play(Scenario.empty(Duration.ZERO).approach(card()));
        Set<Long> buffers = new HashSet<>();
        try (ReplayCamera camera = camera()) {
            for (int i = 0; i < 200; i++) {
                try (Frame frame = camera.read(pool)) {
                    buffers.add(frame.pixels().data().address());
                }
            }
        }
        assertThat(buffers).hasSize(1);
    }

    private ReplayCamera camera() {
        return new ReplayCamera(stage, new Scenery(1280, 720), () -> now += PERIOD);
    }

    private static Prop card() {
        return Prop.of(Specimens.idCard(3).getFirst());
    }

    /// Where the document is in so many frames after the first ones.
    private List<Quad> quads(int from, int count) {
        List<Quad> quads = new ArrayList<>();
        try (Scenery scenery = new Scenery(1280, 720);
                Mat frame = new Mat()) {
            for (int i = 0; i < from + count; i++) {
                var quad = scenery.draw(stage.at(now += PERIOD), i, frame);
                if (i >= from) {
                    quads.add(quad.getFirst());
                }
            }
        }
        return quads;
    }

    private double clipped(ReplayCamera camera, int frames) throws InterruptedException {
        for (int i = 1; i < frames; i++) {
            camera.read(pool).close();
        }
        try (Frame frame = camera.read(pool);
                Mat grey = new Mat();
                Mat white = new Mat()) {
            opencv_imgproc.cvtColor(frame.pixels(), grey, opencv_imgproc.COLOR_BGR2GRAY);
            opencv_imgproc.threshold(grey, white, 250, 255, opencv_imgproc.THRESH_BINARY);
            return opencv_core.countNonZero(white) / (1280.0 * 720);
        }
    }

    private static double moved(Quad before, Quad after) {
        double most = 0;
        for (int i = 0; i < 4; i++) {
            most = Math.max(most, before.corners().get(i).distance(after.corners().get(i)));
        }
        return most;
    }

    private static Scalar gray(int value) {
        return Scalar.all(value);
    }

    private static String decode(Mat frame, Quad quad) throws Exception {
        int width = 1400;
        int height = 882;
        try (Mat from = corners(quad);
                Mat to =
                        corners(
                                new Quad(
                                        new Point(0, 0),
                                        new Point(width, 0),
                                        new Point(width, height),
                                        new Point(0, height)));
                Mat transform = opencv_imgproc.getPerspectiveTransform(from, to);
                Mat flat = new Mat();
                Mat grey = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.warpPerspective(frame, flat, transform, size);
            opencv_imgproc.cvtColor(flat, grey, opencv_imgproc.COLOR_BGR2GRAY);
            byte[] pixels = new byte[width * height];
            grey.data().get(pixels);
            int[] rgb = new int[pixels.length];
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = (pixels[i] & 0xff) * 0x010101;
            }
            return new PDF417Reader()
                    .decode(
                            new BinaryBitmap(
                                    new HybridBinarizer(
                                            new RGBLuminanceSource(width, height, rgb))))
                    .getText();
        }
    }

    private static Mat corners(Quad quad) {
        Mat corners = new Mat(4, 1, opencv_core.CV_32FC2);
        try (FloatPointer values = new FloatPointer(corners.data())) {
            int i = 0;
            for (Point corner : quad.corners()) {
                values.put(i++, (float) corner.x());
                values.put(i++, (float) corner.y());
            }
        }
        return corners;
    }
}

package dev.tanaw.desktop.kiosk;

import static org.awaitility.Awaitility.await;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.camera.replay.ReplayCamera;
import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.session.KeptPicture;
import dev.tanaw.capture.specimen.Specimen;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;

/// The replay camera over a desk with a document, running into a window's preview.
final class Desk implements AutoCloseable {
    private final Latest latest;
    private final FramePool pool = new FramePool();
    private final ReplayStage stage = new ReplayStage();
    private final Thread thread = new Thread(this::run, "camera-test");
    private volatile Optional<Located> seen = Optional.empty();
    private Optional<Frame> last = Optional.empty();

    Desk(Latest latest) {
        this.latest = latest;
        thread.start();
    }

    void lay(Specimen specimen) {
        stage.present(new ReplayStage.Prop(mat(specimen.picture()), specimen.widthMm()));
    }

    /// Somebody stands before the camera.
    void stand() {
        stage.present(ReplayStage.Prop.person());
    }

    void clear() {
        stage.remove();
    }

    /// Where the document is by our own locator, as shares of the frame.
    List<Place> outline() {
        return seen.map(located ->
                        located.quad().corners().stream()
                                .map(p -> new Place(p.x() / 1280, p.y() / 720))
                                .toList())
                .orElse(List.of());
    }

    private void run() {
        try (ReplayCamera camera = new ReplayCamera(stage, new Format(1280, 720, 15));
                DocumentLocator locator = new DocumentLocator()) {
            while (!Thread.currentThread().isInterrupted()) {
                Frame frame = camera.read(pool);
                seen = locator.locate(frame.pixels(), Optional.empty());
                remember(frame.share());
                latest.put(frame);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void remember(Frame frame) {
        last.ifPresent(Frame::close);
        last = Optional.of(frame);
    }

    /// What the camera saw last, as the picture that is kept.
    synchronized KeptPicture kept(Side side) {
        return new KeptPicture(
                side, last.orElseThrow().share(), side.ofDocument() ? outline() : List.of());
    }

    private static Mat mat(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        Mat bgr = new Mat();
        try (IntPointer pointer = new IntPointer(pixels);
                Mat bgra = new Mat(height, width, CV_8UC4, pointer)) {
            cvtColor(bgra, bgr, COLOR_BGRA2BGR);
        }
        return bgr;
    }

    /// The camera shows nothing more.
    void unplug() {
        thread.interrupt();
        await().until(() -> !thread.isAlive());
    }

    @Override
    public void close() {
        unplug();
        last.ifPresent(Frame::close);
        pool.close();
    }
}

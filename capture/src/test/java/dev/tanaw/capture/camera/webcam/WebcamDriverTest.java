package dev.tanaw.capture.camera.webcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver.CameraInfo;
import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.CameraDriver.Kind;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

final class WebcamDriverTest {
    private static final CameraInfo DESK = new CameraInfo("usb-1-2", "Desk camera", Kind.WEBCAM);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final FramePool pool = new FramePool();

    @Test
    void aMachineWithoutAWebcamHasAnEmptyList() throws Exception {
        assumeTrue(
                Files.notExists(Path.of("/dev/video0"))
                        && System.getProperty("os.name").equals("Linux"),
                "this machine may have a webcam");

        assertThat(new WebcamDriver().list(SOON)).isEmpty();
    }

    @Test
    void aSearchThatHangsEndsAtItsLimit() {
        CountDownLatch never = new CountDownLatch(1);
        WebcamDriver driver =
                new WebcamDriver(() -> {
                    never.await();
                    return List.of();
                });

        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> driver.list(Duration.ofMillis(50)))
                .withMessageContaining("50 ms")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.STALLED));
        never.countDown();
    }

    @Test
    void aMissingLibraryIsSaidSo() {
        WebcamDriver driver =
                new WebcamDriver(() -> {
                    throw new UnsatisfiedLinkError("cannot open libcnokhwa.so");
                });

        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> driver.list(SOON))
                .withMessageContaining("cannot be loaded")
                .withMessageContaining("libcnokhwa.so")
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.NOT_FOUND));
    }

    @Test
    void twoCamerasOfOneNameCanBothBeChosen() throws Exception {
        AtomicInteger pictures = new AtomicInteger();
        FakeDevice first = new FakeDevice(true, () -> picture(pictures));
        FakeDevice second = new FakeDevice(true, () -> picture(pictures));
        WebcamDriver driver = new WebcamDriver(() -> List.of(first, second));

        List<CameraInfo> cameras = driver.list(SOON);
        assertThat(cameras).extracting(CameraInfo::id).containsExactly("usb-1-2", "usb-1-2 (2)");
        try (Camera camera = driver.open(cameras.getLast(), Format.HD)) {
            assertThat(camera).isNotNull();
            assertThat(first.isOpen()).isFalse();
            assertThat(second.isOpen()).isTrue();
        }
    }

    @Test
    void aWebcamIsKnownByItsIdAndOpensWithTheNearestFormat() throws Exception {
        AtomicInteger pictures = new AtomicInteger();
        FakeDevice device = new FakeDevice(true, () -> picture(pictures));
        WebcamDriver driver = new WebcamDriver(() -> List.of(device));

        assertThat(driver.list(SOON)).containsExactly(DESK);
        try (Camera camera = driver.open(DESK, Format.HD);
                Frame first = camera.read(pool);
                Frame second = camera.read(pool)) {
            assertThat(first.width()).isEqualTo(1280);
            assertThat(first.height()).isEqualTo(720);
            assertThat(second.number()).isEqualTo(2);
        }
        assertThat(device.isOpen()).isFalse();
    }

    @Test
    void theSamePictureOverAndOverIsAStalledCamera() {
        ByteBuffer frozen = ByteBuffer.allocateDirect(1280 * 720 * 3);
        WebcamDriver driver = new WebcamDriver(() -> List.of(new FakeDevice(true, () -> frozen)));

        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> {
                    try (Camera camera = driver.open(DESK, Format.HD)) {
                        camera.read(pool).close();
                        camera.read(pool).close();
                    }
                })
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.STALLED));
    }

    @Test
    void aCameraThatAnotherProgramHoldsIsBusyAndAMissingOneNotFound() {
        WebcamDriver held = new WebcamDriver(() -> List.of(new FakeDevice(false, () -> null)));
        WebcamDriver empty = new WebcamDriver(List::of);

        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> held.open(DESK, Format.HD))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> empty.open(DESK, Format.HD))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.NOT_FOUND));
    }

    @Test
    void redGreenBlueBecomesBlueGreenRedAndPaddingIsLeftOut() {
        ByteBuffer rgb = ByteBuffer.allocateDirect(2 * 8);
        rgb.put(new byte[] {1, 2, 3, 4, 5, 6, 99, 99, 7, 8, 9, 10, 11, 12, 99, 99});
        try (Mat bgr = new Mat()) {
            RgbPicture.convert(rgb, 2, 2, bgr);

            byte[] pixels = new byte[12];
            bgr.data().get(pixels);
            assertThat(pixels).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7, 12, 11, 10);
        }
    }

    private static ByteBuffer picture(AtomicInteger pictures) {
        ByteBuffer rgb = ByteBuffer.allocateDirect(1280 * 720 * 3);
        rgb.put(0, (byte) pictures.incrementAndGet());
        return rgb;
    }
}

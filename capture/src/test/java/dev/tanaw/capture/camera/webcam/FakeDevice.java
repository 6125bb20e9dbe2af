package dev.tanaw.capture.camera.webcam;

import com.github.eduramiba.webcamcapture.drivers.WebcamDeviceWithId;
import com.github.sarxos.webcam.WebcamDevice;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A webcam as the native library shows it: raw bytes, and the last ones again when nothing new
/// came.
final class FakeDevice implements WebcamDeviceWithId, WebcamDevice.BufferAccess {
    private final Supplier<@Nullable ByteBuffer> pictures;
    private final boolean opens;
    private Dimension size = new Dimension(0, 0);
    private boolean open;

    FakeDevice(boolean opens, Supplier<@Nullable ByteBuffer> pictures) {
        this.opens = opens;
        this.pictures = pictures;
    }

    @Override
    public String getId() {
        return "usb-1-2";
    }

    @Override
    public String getName() {
        return "Desk camera";
    }

    @Override
    public Dimension[] getResolutions() {
        return List.of(
                        new Dimension(640, 480),
                        new Dimension(1920, 1080),
                        new Dimension(1280, 720),
                        new Dimension(1280, 960))
                .toArray(Dimension[]::new);
    }

    @Override
    public Dimension getResolution() {
        return size;
    }

    @Override
    public void setResolution(Dimension wish) {
        size = wish;
    }

    @Override
    @SuppressWarnings("NullAway") // as the library does when it has no picture yet
    public ByteBuffer getImageBytes() {
        return pictures.get();
    }

    @Override
    public void getImageBytes(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BufferedImage getImage() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open() {
        open = opens;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public void dispose() {}

    @Override
    public boolean isOpen() {
        return open;
    }
}

package dev.tanaw.capture.camera.webcam;

import com.github.sarxos.webcam.Webcam;
import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// One opened webcam.
final class WebcamCamera implements Camera {
    private final Webcam webcam;
    private long number;

    WebcamCamera(Webcam webcam) {
        this.webcam = webcam;
    }

    @Override
    public Frame read(FramePool pool) throws CameraException {
        BufferedImage image = webcam.getImage();
        if (image == null) {
            throw new CameraException(Fault.DISCONNECTED, "the webcam delivers nothing");
        }
        long taken = System.nanoTime();
        Mat pixels = pool.take();
        copy(image, pixels);
        return pool.frame(pixels, ++number, taken);
    }

    /// Any kind of picture into 8UC3, blue-green-red.
    static void copy(BufferedImage image, Mat into) {
        BufferedImage bgr = image;
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            bgr =
                    new BufferedImage(
                            image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = bgr.createGraphics();
            graphics.drawImage(image, 0, 0, null);
            graphics.dispose();
        }
        into.create(bgr.getHeight(), bgr.getWidth(), opencv_core.CV_8UC3);
        into.data().put(((DataBufferByte) bgr.getRaster().getDataBuffer()).getData());
    }

    @Override
    public void close() {
        webcam.close();
    }
}

package dev.tanaw.capture.camera.webcam;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.sarxos.webcam.Webcam;
import com.github.sarxos.webcam.WebcamException;
import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import java.awt.Dimension;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Webcams on this machine. A camera is known by the name that its driver gives it, which holds the
/// bus path where the system tells it.
public final class Webcams implements CameraDriver {
    private static final Duration OPENING = Duration.ofSeconds(5);

    @Override
    public List<CameraInfo> list(Duration limit) throws CameraException {
        return found(limit).stream()
                .map(cam -> new CameraInfo(cam.getName(), cam.getName(), Kind.WEBCAM))
                .toList();
    }

    @Override
    public Camera open(CameraInfo camera, Format wish) throws CameraException {
        Webcam webcam =
                found(OPENING).stream()
                        .filter(cam -> cam.getName().equals(camera.id()))
                        .findFirst()
                        .orElseThrow(() ->
                                new CameraException(Fault.NOT_FOUND, "no camera " + camera.id()));
        try {
            Dimension size = nearest(webcam.getViewSizes(), wish);
            webcam.setViewSize(size);
            if (!webcam.open()) {
                throw new CameraException(Fault.BUSY, "the camera does not open");
            }
            return new WebcamCamera(webcam);
        } catch (WebcamException e) {
            throw new CameraException(Fault.BUSY, "the camera does not open", e);
        }
    }

    private static List<Webcam> found(Duration limit) throws CameraException {
        try {
            if (!(Webcam.getDriver() instanceof NativeDriver)) {
                Webcam.setDriver(new NativeDriver());
            }
            return Webcam.getWebcams(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CameraException(Fault.STALLED, "the search took over " + limit, e);
        } catch (WebcamException | LinkageError e) {
            throw new CameraException(Fault.NOT_FOUND, "webcams cannot be reached here", e);
        }
    }

    /// The size whose area is nearest to the wish.
    private static Dimension nearest(Dimension[] sizes, Format wish) throws CameraException {
        double area = (double) wish.width() * wish.height();
        return Arrays.stream(sizes)
                .min(
                        Comparator.comparingDouble(
                                size -> Math.abs(size.getWidth() * size.getHeight() - area)))
                .orElseThrow(
                        () -> new CameraException(Fault.BUSY, "the camera names no picture size"));
    }
}

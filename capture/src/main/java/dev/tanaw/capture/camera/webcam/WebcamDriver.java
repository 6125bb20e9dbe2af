package dev.tanaw.capture.camera.webcam;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.eduramiba.webcamcapture.drivers.WebcamDeviceWithId;
import com.github.sarxos.webcam.WebcamDevice;
import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import java.awt.Dimension;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// Webcams on this machine. Each call into the native library has a limit and a thread of its own,
/// because it may never return.
public final class WebcamDriver implements CameraDriver {
    private static final Duration OPENING = Duration.ofSeconds(6);

    private final Callable<List<WebcamDevice>> search;

    public WebcamDriver() {
        this(() -> new NativeDriver().getDevices());
    }

    /// @param search the cameras that are plugged in now
    WebcamDriver(Callable<List<WebcamDevice>> search) {
        this.search = search;
    }

    @Override
    public List<CameraInfo> list(Duration limit) throws CameraException, InterruptedException {
        try (Bounded thread = new Bounded("webcam-search")) {
            return named(thread.call("the search for webcams", limit, search)).entrySet().stream()
                    .map(each ->
                            new CameraInfo(each.getKey(), each.getValue().getName(), Kind.WEBCAM))
                    .toList();
        }
    }

    @Override
    public Camera open(CameraInfo camera, Format wish)
            throws CameraException, InterruptedException {
        Bounded thread = new Bounded("webcam");
        try {
            WebcamDevice device =
                    thread.call("opening " + camera.name(), OPENING, () -> opened(camera, wish));
            long restNanos = 700_000_000L / wish.framesPerSecond();
            if (device instanceof WebcamDevice.BufferAccess buffers) {
                return new Webcam(camera.name(), device, buffers, thread, restNanos);
            }
            throw new CameraException(Fault.BAD_PICTURE, camera.name() + " gives no raw pictures");
        } catch (CameraException | InterruptedException | RuntimeException e) {
            thread.close();
            throw e;
        }
    }

    private WebcamDevice opened(CameraInfo camera, Format wish) throws Exception {
        WebcamDevice device = named(search.call()).get(camera.id());
        if (device == null) {
            throw new CameraException(Fault.NOT_FOUND, camera.name() + " is not plugged in");
        }
        device.setResolution(nearest(device, wish));
        device.open();
        if (!device.isOpen()) {
            throw new CameraException(
                    Fault.BUSY, camera.name() + " does not open; another program may hold it");
        }
        return device;
    }

    /// Large enough before small, then near.
    static Dimension nearest(WebcamDevice device, Format wish) throws CameraException {
        return Arrays.stream(device.getResolutions())
                .min(
                        Comparator.<Dimension>comparingInt(
                                        size -> size.width < wish.width() ? 1 : 0)
                                .thenComparingInt(size ->
                                        Math.abs(size.width - wish.width())
                                                + Math.abs(size.height - wish.height())))
                .orElseThrow(() ->
                        new CameraException(
                                Fault.BAD_PICTURE, device.getName() + " has no format"));
    }

    /// By their ids, in the order in which the system has them; of those that share one the later
    /// are counted, so that each can be chosen.
    private static Map<String, WebcamDevice> named(List<WebcamDevice> devices) {
        Map<String, WebcamDevice> named = new LinkedHashMap<>();
        for (WebcamDevice device : devices) {
            String id = id(device);
            String own = id;
            for (int number = 2; named.containsKey(own); number++) {
                own = "%s (%d)".formatted(id, number);
            }
            named.put(own, device);
        }
        return named;
    }

    /// The library's own id survives replugging; a name is the next best.
    private static String id(WebcamDevice device) {
        return device instanceof WebcamDeviceWithId known ? known.getId() : device.getName();
    }
}

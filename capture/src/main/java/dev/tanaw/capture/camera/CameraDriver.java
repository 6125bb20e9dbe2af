package dev.tanaw.capture.camera;

import java.time.Duration;
import java.util.List;

/// One way of reaching cameras. Drivers keep their library to themselves.
public interface CameraDriver {

    /// The cameras that can be opened now. Never on a UI thread: some libraries take seconds.
    ///
    /// @throws CameraException when the search itself failed or took longer than the limit
    List<CameraInfo> list(Duration limit) throws CameraException, InterruptedException;

    /// Opens with the format nearest to the wish.
    Camera open(CameraInfo camera, Format wish) throws CameraException, InterruptedException;

    /// A wish: pixels and frames per second.
    record Format(int width, int height, int framesPerSecond) {
        public static final Format HD = new Format(1280, 720, 30);

        public Format {
            if (width < 1 || height < 1 || framesPerSecond < 1) {
                throw new IllegalArgumentException(
                        "format %dx%d at %d".formatted(width, height, framesPerSecond));
            }
        }
    }

    /// A camera by an identity that survives replugging, a name for people, and what it really is.
    record CameraInfo(String id, String name, Kind kind) {}

    /// A demonstration is always labelled as one.
    enum Kind {
        WEBCAM,
        NETWORK,
        REPLAY
    }
}

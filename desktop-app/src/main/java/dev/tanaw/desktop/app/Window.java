package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.CameraSource;

/// Opens the kiosk window on a station.
final class Window {
    private Window() {}

    static void open(
            Station station,
            StationConfig config,
            CameraSource source,
            boolean fullScreen,
            Runnable closed) {
        throw new IllegalStateException("replaced when the kiosk arrives");
    }
}

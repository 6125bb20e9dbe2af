package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.session.Capture;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.desktop.kiosk.KioskActions;
import dev.tanaw.desktop.kiosk.KioskOptions;
import dev.tanaw.desktop.kiosk.KioskWindow;
import dev.tanaw.desktop.kiosk.PulseListener;

/// The kiosk's window on a station: events one way, wishes the other.
final class Window {
    private Window() {}

    /// @param closed told when the person at the station closed the window
    static KioskWindow open(
            Station station,
            StationConfig config,
            CameraSource source,
            boolean fullScreen,
            PulseListener pulses,
            Runnable closed) {
        KioskWindow window =
                KioskWindow.open(
                        station.preview(),
                        new Wishes(station.capture()),
                        new KioskOptions(
                                fullScreen, config.language(), source.demonstration(), pulses),
                        closed);
        station.listen(window::accept);
        return window;
    }

    private record Wishes(Capture capture) implements KioskActions {
        @Override
        public void begin() {
            capture.begin();
        }

        @Override
        public void shootNow() {
            capture.send(new Signal.ShootNow(Moment.now()));
        }

        @Override
        public void confirm() {
            capture.send(new Signal.Confirm(Moment.now()));
        }

        @Override
        public void retake(Side side) {
            capture.send(new Signal.Retake(Moment.now(), side));
        }

        @Override
        public void skipBack() {
            capture.send(new Signal.SkipBack(Moment.now()));
        }

        @Override
        public void cancel() {
            capture.send(new Signal.Cancel(Moment.now()));
        }
    }
}

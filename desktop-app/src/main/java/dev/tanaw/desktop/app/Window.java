package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.session.Capture;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.desktop.kiosk.KioskActions;
import dev.tanaw.desktop.kiosk.KioskOptions;
import dev.tanaw.desktop.kiosk.KioskWindow;
import dev.tanaw.desktop.kiosk.PairingCode;
import java.util.Optional;
import java.util.function.Consumer;

/// The kiosk's window on a station: events one way, wishes the other.
final class Window {
    private Window() {}

    /// @param closed told when the person at the station closed the window
    static KioskWindow open(Station station, KioskOptions options, Runnable closed) {
        KioskWindow window =
                KioskWindow.open(
                        station.preview(),
                        new Wishes(station.capture(), station::pair),
                        options,
                        closed);
        station.listen(window::accept);
        station.onKept(window::kept);
        station.onWatched(window::watched);
        return window;
    }

    private record Wishes(Capture capture, Consumer<Consumer<Optional<PairingCode>>> pairing)
            implements KioskActions {
        @Override
        public void pair(Consumer<Optional<PairingCode>> answer) {
            pairing.accept(answer);
        }

        @Override
        public void begin() {
            capture.begin();
        }

        @Override
        public void resume() {
            capture.send(new Signal.TakeUp(Moment.now()));
        }

        @Override
        public void discard(DiscardReason reason) {
            capture.send(new Signal.Discard(Moment.now(), reason));
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

        @Override
        public void agree() {
            capture.send(new Signal.Agree(Moment.now()));
        }

        @Override
        public void decline() {
            capture.send(new Signal.Decline(Moment.now()));
        }

        @Override
        public void choose(DocumentKind kind) {
            capture.send(new Signal.Choose(Moment.now(), kind));
        }

        @Override
        public void edit(Side side, String name, String value) {
            capture.send(new Signal.Edit(Moment.now(), side, name, value));
        }

        @Override
        public void overrule(OverrideReason reason) {
            capture.send(new Signal.Overrule(Moment.now(), reason));
        }

        @Override
        public void askApproval() {
            capture.send(new Signal.AskApproval(Moment.now()));
        }

        @Override
        public void skipFace(OverrideReason reason) {
            capture.send(new Signal.SkipFace(Moment.now(), reason));
        }

        @Override
        public void stay() {
            capture.send(new Signal.Stay(Moment.now()));
        }

        @Override
        public void callHelp() {
            capture.send(new Signal.CallHelp(Moment.now()));
        }

        @Override
        public void refer() {
            capture.send(new Signal.Refer(Moment.now()));
        }
    }
}

package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.KioskActions;
import dev.tanaw.desktop.kiosk.KioskOptions;
import dev.tanaw.desktop.kiosk.KioskWindow;
import dev.tanaw.desktop.kiosk.PairingCode;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Shows in a window why the station did not start: whoever stands before a kiosk sees no terminal.
final class Refusal {
    private Refusal() {}

    /// Returns when somebody has answered.
    ///
    /// @return whether it is to be tried again
    static boolean show(Trouble trouble, String detail, KioskOptions options)
            throws InterruptedException {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicBoolean again = new AtomicBoolean();
        Answer answer =
                new Answer(() -> {
                    again.set(true);
                    answered.countDown();
                });
        try (Latest nothing = new Latest();
                KioskWindow window =
                        KioskWindow.open(nothing, answer, options, answered::countDown)) {
            window.refuse(trouble, detail);
            answered.await();
        }
        return again.get();
    }

    /// There is no station: the one thing to ask for is another try.
    private record Answer(Runnable again) implements KioskActions {
        @Override
        public void begin() {
            again.run();
        }

        @Override
        public void resume() {}

        @Override
        public void discard(DiscardReason reason) {}

        @Override
        public void shootNow() {}

        @Override
        public void confirm() {}

        @Override
        public void retake(Side side) {}

        @Override
        public void skipBack() {}

        @Override
        public void cancel() {}

        @Override
        public void agree() {}

        @Override
        public void decline() {}

        @Override
        public void choose(DocumentKind kind) {}

        @Override
        public void edit(Side side, String name, String value) {}

        @Override
        public void pair(Consumer<Optional<PairingCode>> answer) {}

        @Override
        public void overrule(OverrideReason reason) {}

        @Override
        public void askApproval() {}

        @Override
        public void skipFace(OverrideReason reason) {}

        @Override
        public void stay() {}

        @Override
        public void callHelp() {}

        @Override
        public void refer() {}
    }
}

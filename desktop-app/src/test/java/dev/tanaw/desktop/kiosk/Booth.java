package dev.tanaw.desktop.kiosk;

import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.KeptPicture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

/// A kiosk window on the headless platform, with a hand on the events and an ear for what it asks.
final class Booth implements AutoCloseable {
    final Latest preview = new Latest();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    private final Consumer<Recorded> ear;
    private final Scene scene;
    private final Runnable end;
    private final Consumer<Screen.Refused> refusing;
    private final Consumer<Boolean> watching;
    private final Consumer<KeptPicture> keeping;
    private long seq;

    private Booth(Function<Booth, Shown> open) {
        Shown shown = open.apply(this);
        ear = shown.ear();
        scene = shown.scene();
        end = shown.end();
        refusing = shown.refusing();
        watching = shown.watching();
        keeping = shown.keeping();
    }

    private record Shown(
            Consumer<Recorded> ear,
            Scene scene,
            Runnable end,
            Consumer<Screen.Refused> refusing,
            Consumer<Boolean> watching,
            Consumer<KeptPicture> keeping) {}

    /// The real window, as large as the headless screen allows: 1000 by 800.
    static Booth window(Language language) {
        return window(options(language));
    }

    static Booth window(KioskOptions options) {
        return new Booth(booth -> {
            KioskWindow window =
                    KioskWindow.open(
                            booth.preview, booth.new Asked(), options, booth.closed::countDown);
            return new Shown(
                    window::accept,
                    FxThread.call(() -> window.stage().getScene()),
                    window::close,
                    refused -> window.refuse(refused.trouble(), refused.detail()),
                    window::watched,
                    window::kept);
        });
    }

    /// The same content without a window, in any size.
    static Booth sized(Language language, int width, int height) {
        return sized(options(language), width, height);
    }

    static Booth sized(KioskOptions options, int width, int height) {
        FxThread.start();
        return new Booth(booth ->
                FxThread.call(() -> {
                    KioskScene content =
                            new KioskScene(
                                    booth.preview, booth.new Asked(), options, width, height);
                    content.start();
                    return new Shown(
                            content::accept,
                            content.scene(),
                            () ->
                                    FxThread.run(() -> {
                                        content.stop();
                                        booth.closed.countDown();
                                    }),
                            refused -> FxThread.run(() -> content.refuse(refused)),
                            watched -> FxThread.run(() -> content.watched(watched)),
                            content::kept);
                }));
    }

    static KioskOptions options(Language language) {
        return new KioskOptions(
                false, language == Language.FILIPINO ? Locale.of("fil") : Locale.ENGLISH, true);
    }

    /// Returns when the window has seen it.
    void tell(CaptureEvent... events) {
        for (CaptureEvent event : events) {
            ear.accept(new Recorded("s", ++seq, seq - 1, Instant.EPOCH, Duration.ZERO, event));
        }
        settle();
    }

    void settle() {
        FxThread.call(() -> {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
            return true;
        });
    }

    Scene scene() {
        return scene;
    }

    /// As a finger does: buttons fire, values open.
    void press(String selector) {
        FxThread.call(() -> {
            Node node = scene().lookup(selector);
            if (node instanceof Button button) {
                button.fire();
            } else if (node instanceof FieldRow row) {
                row.edit();
            } else {
                throw new AssertionError("nothing to press: " + selector);
            }
            return true;
        });
        settle();
    }

    /// The picture that was chosen of the burst.
    void keep(KeptPicture picture) {
        keeping.accept(picture);
        settle();
    }

    /// As Tab does.
    void point(String selector) {
        FxThread.call(() -> {
            scene().lookup(selector).requestFocus();
            return true;
        });
        settle();
    }

    void refuse(Trouble trouble, String detail) {
        refusing.accept(new Screen.Refused(trouble, detail));
        settle();
    }

    void watched(boolean watched) {
        watching.accept(watched);
        settle();
    }

    boolean shows(String selector) {
        return FxThread.call(() -> {
            Node node = scene().lookup(selector);
            return node != null && node.isVisible();
        });
    }

    String text(String selector) {
        return FxThread.call(() -> ((Labeled) scene().lookup(selector)).getText());
    }

    @Override
    public void close() {
        end.run();
        await("the window says that it closed").until(() -> closed.getCount() == 0);
        preview.close();
    }

    private final class Asked implements KioskActions {
        @Override
        public void begin() {
            asked.add("begin");
        }

        @Override
        public void resume() {
            asked.add("resume");
        }

        @Override
        public void discard(DiscardReason reason) {
            asked.add("discard " + reason);
        }

        @Override
        public void shootNow() {
            asked.add("shootNow");
        }

        @Override
        public void confirm() {
            asked.add("confirm");
        }

        @Override
        public void retake(Side side) {
            asked.add("retake " + side);
        }

        @Override
        public void skipBack() {
            asked.add("skipBack");
        }

        @Override
        public void cancel() {
            asked.add("cancel");
        }

        @Override
        public void agree() {
            asked.add("agree");
        }

        @Override
        public void decline() {
            asked.add("decline");
        }

        @Override
        public void choose(DocumentKind kind) {
            asked.add("choose " + kind);
        }

        @Override
        public void edit(Side side, String name, String value) {
            asked.add("edit " + side + " " + name + " " + value);
        }

        @Override
        public void overrule(OverrideReason reason) {
            asked.add("overrule " + reason);
        }

        @Override
        public void askApproval() {
            asked.add("askApproval");
        }

        @Override
        public void skipFace(OverrideReason reason) {
            asked.add("skipFace " + reason);
        }

        @Override
        public void stay() {
            asked.add("stay");
        }

        @Override
        public void callHelp() {
            asked.add("callHelp");
        }

        @Override
        public void pair(Consumer<Optional<PairingCode>> answer) {
            asked.add("pair");
            long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            answer.accept(Optional.of(new PairingCode("482913", until)));
        }

        @Override
        public void refer() {
            asked.add("refer");
        }
    }
}

package dev.tanaw.desktop.kiosk;

import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

/// A kiosk window on the headless platform, with a hand on the events and an ear for what it asks.
final class Booth implements AutoCloseable {
    final Latest preview = new Latest();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch closed = new CountDownLatch(1);
    private final Consumer<Recorded> ear;
    private final Scene scene;
    private final Runnable end;
    private long seq;

    private Booth(Function<Booth, Shown> open) {
        Shown shown = open.apply(this);
        ear = shown.ear();
        scene = shown.scene();
        end = shown.end();
    }

    private record Shown(Consumer<Recorded> ear, Scene scene, Runnable end) {}

    /// The real window, as large as the headless screen allows: 1000 by 800.
    static Booth window(Language language) {
        return new Booth(booth -> {
            KioskWindow window =
                    KioskWindow.open(
                            booth.preview,
                            booth.new Asked(),
                            options(language),
                            booth.closed::countDown);
            return new Shown(
                    window::accept, FxThread.call(() -> window.stage().getScene()), window::close);
        });
    }

    /// The same content without a window, in any size.
    static Booth sized(Language language, int width, int height) {
        FxThread.start();
        return new Booth(booth ->
                FxThread.call(() -> {
                    KioskScene content =
                            new KioskScene(
                                    booth.preview,
                                    booth.new Asked(),
                                    options(language),
                                    width,
                                    height);
                    content.start();
                    return new Shown(
                            content::accept,
                            content.scene(),
                            () ->
                                    FxThread.run(() -> {
                                        content.stop();
                                        booth.closed.countDown();
                                    }));
                }));
    }

    private static KioskOptions options(Language language) {
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
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.KeptPicture;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The kiosk's window. It shows what the events say and asks through [KioskActions]; it decides
/// nothing about the session.
public final class KioskWindow implements AutoCloseable {
    private final KioskScene content;
    private final Stage stage = new Stage();

    private KioskWindow(KioskScene content) {
        this.content = content;
    }

    /// Opens the window, from any thread; JavaFX is started where it does not run yet, and goes on
    /// running when the window has gone.
    ///
    /// @param preview frames to show; the newest is taken and given back at each pulse
    /// @param onClosed told once on the JavaFX thread when the window has gone, whoever closed it
    public static KioskWindow open(
            Latest preview, KioskActions actions, KioskOptions options, Runnable onClosed) {
        FxThread.start();
        return FxThread.call(() -> {
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            KioskWindow window =
                    new KioskWindow(
                            new KioskScene(
                                    preview,
                                    actions,
                                    options,
                                    Math.min(KioskScene.WIDTH, room.getWidth()),
                                    Math.min(KioskScene.HEIGHT, room.getHeight())));
            window.show(options, onClosed);
            return window;
        });
    }

    /// Says that the station could not start. `begin` of the actions tries again.
    ///
    /// @param detail what exactly, for whoever helps
    public void refuse(Trouble trouble, String detail) {
        FxThread.run(
                () -> content.refuse(new dev.tanaw.desktop.kiosk.Screen.Refused(trouble, detail)));
    }

    /// Says quietly whether somebody elsewhere watches. From any thread; returns at once.
    public void watched(boolean watched) {
        FxThread.run(() -> content.watched(watched));
    }

    /// Shows the picture that was kept instead of the one that was drawn last, and closes it. From
    /// any thread; returns at once.
    public void kept(KeptPicture picture) {
        content.kept(picture);
    }

    /// From any thread; returns at once.
    public void accept(Recorded recorded) {
        content.accept(recorded);
    }

    @Override
    public void close() {
        FxThread.run(stage::close);
    }

    private void show(KioskOptions options, Runnable onClosed) {
        // Nothing personal: a title is seen by every other program.
        stage.setTitle(options.brand().name().orElse("Tanaw"));
        stage.setScene(content.scene());
        // Esc means cancel here.
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreen(options.fullScreen());
        // In kiosk mode the way out is the operator's.
        stage.setOnCloseRequest(request -> {
            if (options.fullScreen() && options.pin().isPresent()) {
                request.consume();
            }
        });
        stage.setOnHidden(_ -> {
            content.stop();
            onClosed.run();
        });
        stage.show();
        content.start();
    }

    /// For the tests, on the JavaFX thread.
    Stage stage() {
        return stage;
    }
}

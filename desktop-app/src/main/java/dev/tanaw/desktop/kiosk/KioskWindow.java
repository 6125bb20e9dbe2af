package dev.tanaw.desktop.kiosk;

import atlantafx.base.theme.PrimerDark;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.animation.AnimationTimer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/// The kiosk's window. It shows what the events say and asks through [KioskActions]; it decides
/// nothing about the session.
public final class KioskWindow implements AutoCloseable {
    /// The window that the sizes of the style sheet are drawn for.
    private static final double WIDTH = 1280;

    private static final double HEIGHT = 800;
    private static final double EM = 16;

    private final Inbox inbox = new Inbox();
    private final DoubleProperty em = new SimpleDoubleProperty(EM);
    private final KioskActions actions;
    private final Preview preview;
    private final KioskView view;
    private final Stage stage = new Stage();
    private final AnimationTimer pulse =
            new AnimationTimer() {
                @Override
                public void handle(long frameStart) {
                    onPulse();
                }
            };
    private KioskModel model;

    private KioskWindow(Latest latest, KioskActions actions, KioskOptions options) {
        this.actions = actions;
        Language language = Language.of(options.language());
        model = KioskModel.start(language, options.demonstration());
        preview = new Preview(latest, new Overlay());
        Kit kit =
                new Kit(
                        new Texts(language),
                        new Texts(language.other()),
                        actions,
                        new Icons(em),
                        preview,
                        System::nanoTime);
        view = new KioskView(kit, this::otherLanguage);
    }

    /// Opens the window, from any thread; JavaFX is started where it does not run yet.
    ///
    /// @param preview frames to show; the newest is taken and given back at each pulse
    /// @param onClosed told once on the JavaFX thread when the window has gone, whoever closed it
    public static KioskWindow open(
            Latest preview, KioskActions actions, KioskOptions options, Runnable onClosed) {
        FxThread.start();
        return FxThread.call(() -> {
            KioskWindow window = new KioskWindow(preview, actions, options);
            window.show(options, onClosed);
            return window;
        });
    }

    /// From any thread; returns at once.
    public void accept(Recorded recorded) {
        if (inbox.put(recorded)) {
            FxThread.run(this::takeEvents);
        }
    }

    @Override
    public void close() {
        FxThread.run(stage::close);
    }

    private void show(KioskOptions options, Runnable onClosed) {
        font("Inter-Regular.otf");
        font("Inter-SemiBold.otf");
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        scene.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets().add(resource("kiosk.css"));
        scene.widthProperty().subscribe(() -> scale(scene));
        scene.heightProperty().subscribe(() -> scale(scene));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // Nothing personal: a title is seen by every other program.
        stage.setTitle("Tanaw");
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(javafx.scene.input.KeyCombination.NO_MATCH);
        stage.setFullScreen(options.fullScreen());
        stage.setOnHidden(_ -> {
            pulse.stop();
            preview.mode(Preview.Mode.OFF);
            onClosed.run();
        });
        view.show(model);
        stage.show();
        pulse.start();
    }

    private void scale(Scene scene) {
        double size = EM * Math.min(scene.getWidth() / WIDTH, scene.getHeight() / HEIGHT);
        em.set(Math.clamp(size, 10, 48));
        view.setStyle("-fx-font-size: " + em.get() + "px;");
    }

    private void onPulse() {
        long now = System.nanoTime();
        preview.pulse(now);
        model = model.at(now);
        view.show(model);
    }

    private void takeEvents() {
        long now = System.nanoTime();
        for (Recorded recorded : inbox.takeAll()) {
            model = model.after(recorded.event(), now);
            view.show(model);
        }
    }

    private void otherLanguage() {
        model = model.in(model.language().other());
        view.show(model);
    }

    private void key(KeyEvent event) {
        Choices choices = Choices.on(model.screen());
        switch (event.getCode()) {
            case ESCAPE -> choices.cancel().ifPresent(choice -> choice.act().accept(actions));
            case ENTER ->
                    choices.main()
                            .filter(choice -> !(choice.needsCamera() && preview.stalled()))
                            .ifPresent(choice -> choice.act().accept(actions));
            case L -> otherLanguage();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static void font(String name) {
        try (InputStream file =
                KioskWindow.class.getResourceAsStream("/dev/tanaw/capture/specimen/" + name)) {
            Font.loadFont(Objects.requireNonNull(file, name), EM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(KioskWindow.class.getResource(name), name).toExternalForm();
    }
}

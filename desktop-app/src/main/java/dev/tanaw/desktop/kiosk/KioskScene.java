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

/// What is in the window: events in, the model folded, the view told, keys understood. JavaFX
/// thread only, but for [#accept].
final class KioskScene {
    /// The size that the style sheet is drawn for.
    static final double WIDTH = 1280;

    static final double HEIGHT = 800;
    private static final double EM = 14;

    private final Inbox inbox = new Inbox();
    private final DoubleProperty em = new SimpleDoubleProperty(EM);
    private final KioskActions actions;
    private final Preview preview;
    private final PulseListener pulses;
    private final KioskView view;
    private final Scene scene;
    private final AnimationTimer pulse =
            new AnimationTimer() {
                @Override
                public void handle(long frameStart) {
                    onPulse();
                }
            };
    private KioskModel model;

    KioskScene(
            Latest latest,
            KioskActions actions,
            KioskOptions options,
            double width,
            double height) {
        this.actions = actions;
        this.pulses = options.pulses();
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
        font("Inter-Regular.otf");
        font("Inter-SemiBold.otf");
        scene = new Scene(view, width, height);
        scene.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        scene.getStylesheets().add(resource("kiosk.css"));
        scene.widthProperty().subscribe(this::scale);
        scene.heightProperty().subscribe(this::scale);
        scale();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        view.show(model);
    }

    Scene scene() {
        return scene;
    }

    void start() {
        pulse.start();
    }

    void stop() {
        pulse.stop();
        preview.mode(Preview.Mode.OFF);
    }

    /// From any thread; returns at once.
    void accept(Recorded recorded) {
        if (inbox.put(recorded)) {
            FxThread.run(this::takeEvents);
        }
    }

    private void scale() {
        double size = EM * Math.min(scene.getWidth() / WIDTH, scene.getHeight() / HEIGHT);
        em.set(Math.clamp(size, 10, 48));
        view.setStyle("-fx-font-size: " + em.get() + "px;");
    }

    private void onPulse() {
        long now = System.nanoTime();
        long shown = preview.pulse(now);
        model = model.at(now);
        view.show(model);
        pulses.pulse(now, System.nanoTime(), shown);
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
                KioskScene.class.getResourceAsStream("/dev/tanaw/capture/specimen/" + name)) {
            Font.loadFont(Objects.requireNonNull(file, name), EM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(KioskScene.class.getResource(name), name).toExternalForm();
    }
}

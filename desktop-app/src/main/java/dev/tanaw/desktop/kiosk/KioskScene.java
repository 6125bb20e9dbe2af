package dev.tanaw.desktop.kiosk;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.session.KeptPicture;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;

/// What is in the window: events in, the model folded, the view told, keys understood. JavaFX
/// thread only, but for [#accept].
final class KioskScene {
    /// The size that the style sheet is drawn for.
    static final double WIDTH = 1280;

    static final double HEIGHT = 800;
    private static final double EM = 14;

    /// Very large text: the arrangement changes, not only the size.
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");

    private final Inbox inbox = new Inbox();
    private final DoubleProperty em = new SimpleDoubleProperty(EM);
    private final Ways ways;
    private final KioskOptions options;
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
        this.options = options;
        this.pulses = options.pulses();
        ways = new Ways(actions, new Own());
        Look look = new Look(Language.of(options.language()), options.appearance());
        model = KioskModel.start(look, options.demonstration());
        preview = new Preview(latest, new Overlay());
        view =
                new KioskView(
                        Kit.of(
                                look,
                                ways,
                                new Icons(em),
                                preview,
                                options.brand(),
                                System::nanoTime,
                                options.face()));
        font("Inter-Regular.otf");
        font("Inter-SemiBold.otf");
        scene = new Scene(view, width, height);
        dress();
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

    /// From any thread; returns at once.
    void kept(KeptPicture picture) {
        FxThread.run(() -> preview.kept(picture, model.look().still()));
    }

    private void scale() {
        double fits = EM * Math.min(scene.getWidth() / WIDTH, scene.getHeight() / HEIGHT);
        em.set(Math.clamp(fits, 10, 48) * model.look().appearance().size().factor());
        view.setStyle("-fx-font-size: " + em.get() + "px;" + options.brand().tokens().orElse(""));
    }

    /// The colours and sizes of the look.
    private void dress() {
        Appearance appearance = model.look().appearance();
        String base =
                switch (appearance.theme()) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK, CONTRAST -> new PrimerDark().getUserAgentStylesheet();
                };
        scene.setUserAgentStylesheet(base);
        scene.getStylesheets()
                .setAll(resource("kiosk.css"), resource(appearance.theme().stylesheet()));
        view.pseudoClassStateChanged(LARGE, !appearance.size().roomy());
        scale();
    }

    private void show(KioskModel next) {
        boolean other = !next.look().equals(model.look());
        model = next;
        if (other) {
            dress();
        }
        view.show(model);
    }

    private void onPulse() {
        long now = System.nanoTime();
        long shown = preview.pulse(now);
        show(model.at(now));
        pulses.pulse(now, System.nanoTime(), shown);
    }

    private void takeEvents() {
        long now = System.nanoTime();
        for (Recorded recorded : inbox.takeAll()) {
            show(model.after(recorded.event(), now));
        }
    }

    /// The station could not start: nothing else will be shown.
    void refuse(Screen.Refused refused) {
        show(model.with(refused));
    }

    /// On the JavaFX thread.
    void watched(boolean watched) {
        show(model.watched(watched));
    }

    private void key(KeyEvent event) {
        boolean typing = scene.getFocusOwner() instanceof TextField;
        if (typing && event.getCode() != KeyCode.ESCAPE) {
            return;
        }
        Choices choices = Choices.on(model.screen(System.nanoTime()));
        switch (event.getCode()) {
            case ESCAPE -> choices.cancel().ifPresent(choice -> choice.act().accept(ways));
            case ENTER -> enter(choices);
            case L -> ways.window().look(look -> look.in(look.language().other()));
            case N -> nextToCheck();
            case DIGIT0, DIGIT1, DIGIT2, DIGIT3, DIGIT4, DIGIT5, DIGIT6, DIGIT7, DIGIT8, DIGIT9 ->
                    ways.window()
                            .digit(
                                    event.getText().isEmpty()
                                            ? -1
                                            : event.getText().charAt(0) - '0');
            case BACK_SPACE -> ways.window().erase();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// What the ring of the focus is on, when somebody brought it there by key; else the main
    /// action.
    private void enter(Choices choices) {
        Node focused = scene.getFocusOwner();
        if (focused instanceof Button button && button.isFocusVisible()) {
            button.fire();
        } else if (focused instanceof FieldRow row) {
            row.edit();
        } else {
            choices.main()
                    .filter(choice -> !(choice.needsCamera() && preview.stalled()))
                    .ifPresent(choice -> choice.act().accept(ways));
        }
    }

    /// From field to field that needs attention, round and round.
    private void nextToCheck() {
        List<FieldRow> rows =
                view.lookupAll(".needs-eyes").stream()
                        .filter(FieldRow.class::isInstance)
                        .map(FieldRow.class::cast)
                        .toList();
        if (rows.isEmpty()) {
            return;
        }
        ways.actions().stay();
        int at = rows.indexOf(scene.getFocusOwner());
        rows.get((at + 1) % rows.size()).requestFocus();
    }

    /// What the window changes of itself.
    private final class Own implements Ways.Window {
        @Override
        public void open(Sheet sheet) {
            boolean unlocked = sheet instanceof Sheet.Lock && options.pin().isEmpty();
            put(unlocked ? Sheet.Operator.PLAIN : sheet);
        }

        private void put(Sheet sheet) {
            show(model.with(Optional.of(sheet)));
        }

        @Override
        public void close() {
            show(model.with(Optional.<Sheet>empty()));
        }

        @Override
        public void look(UnaryOperator<Look> change) {
            show(model.in(change.apply(model.look())));
        }

        @Override
        public void digit(int digit) {
            lock().filter(lock -> digit >= 0 && lock.entered().length() < Sheet.Lock.LONGEST)
                    .ifPresent(lock ->
                            put(
                                    new Sheet.Lock(
                                            lock.entered() + digit,
                                            lock.wrong(),
                                            lock.closedUntil())));
        }

        @Override
        public void erase() {
            lock().filter(lock -> !lock.entered().isEmpty())
                    .ifPresent(lock ->
                            put(
                                    new Sheet.Lock(
                                            lock.entered()
                                                    .substring(0, lock.entered().length() - 1),
                                            lock.wrong(),
                                            lock.closedUntil())));
        }

        @Override
        public void unlock() {
            lock().ifPresent(lock -> put(lock.tried(options.pin(), System.nanoTime())));
        }

        /// Empty also while it takes no digits.
        private Optional<Sheet.Lock> lock() {
            return model.sheet()
                    .filter(Sheet.Lock.class::isInstance)
                    .map(Sheet.Lock.class::cast)
                    .filter(lock -> lock.closedUntil() - System.nanoTime() <= 0);
        }

        /// Shown on the operator's panel, if that is still open when the answer comes.
        @Override
        public void pair() {
            ways.actions()
                    .pair(code ->
                            FxThread.run(() -> {
                                if (model.sheet()
                                        .filter(Sheet.Operator.class::isInstance)
                                        .isPresent()) {
                                    put(new Sheet.Operator(code));
                                }
                            }));
        }

        @Override
        public void read() {
            show(model.read());
        }

        @Override
        public void exit() {
            scene.getWindow().hide();
        }
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

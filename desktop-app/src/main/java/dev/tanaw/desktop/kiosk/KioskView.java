package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Preview.Mode;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// From the screen to its view. A view stays while its kind of screen does and is told what is new;
/// another language builds everything anew.
final class KioskView extends BorderPane {
    private Kit kit;
    private TopBar top;
    private SupervisorNote note;
    private Region view = new Region();

    KioskView(Kit kit) {
        this.kit = kit;
        this.top = new TopBar(kit);
        this.note = new SupervisorNote(kit);
        kit.preview().overlay().look(kit.texts(), kit.look().still());
        setTop(new VBox(top, note));
        getStyleClass().add("kiosk");
    }

    void show(KioskModel model) {
        if (!model.look().equals(kit.look())) {
            look(model.look());
        }
        Screen screen = model.screen(kit.clock().getAsLong());
        Preview preview = kit.preview();
        Mode mode = mode(screen);
        preview.mode(mode);
        face(screen, mode).ifPresent(preview::face);
        if (mode == Mode.OFF) {
            preview.overlay().clear();
        }
        top.show(
                Stepper.on(screen, kit.face()),
                model.demonstration(),
                model.troubles().stream().sorted().findFirst(),
                model.watched(),
                screen instanceof Screen.Serving serving
                        ? serving.findings().disclosed()
                        : Optional.empty());
        note.show(model.told());
        switch (screen) {
            case Attract attract -> view(AttractView.class, AttractView::new).show(attract);
            case CameraLost lost -> view(CameraLostView.class, CameraLostView::new).show(lost);
            case Live live -> view(LiveView.class, LiveView::new).show(live);
            case Reading reading -> {
                boolean justTaken = view instanceof LiveView;
                view(ReadingView.class, ReadingView::new).show(reading);
                if (justTaken) {
                    preview.overlay().shutter();
                }
            }
            case Confirm confirm -> view(ConfirmView.class, ConfirmView::new).show(confirm);
            case Screen.Refused refused -> view(RefusedView.class, RefusedView::new).show(refused);
            case Screen.Interrupted interrupted ->
                    view(InterruptedView.class, InterruptedView::new).show(interrupted);
            case Screen.Idle idle -> view(IdleView.class, IdleView::new).show(idle);
            case Screen.Locked locked -> view(LockView.class, LockView::new).show(locked);
            case Screen.Operator operator ->
                    view(OperatorView.class, OperatorView::new).show(operator);
            case Screen.Consent _ -> view(ConsentView.class, ConsentView::new);
            case Screen.Choosing _ -> view(ChoiceView.class, ChoiceView::new);
            case Screen.Edit edit -> view(EditView.class, EditView::new).show(edit);
            case Screen.Overrule overrule ->
                    view(OverruleView.class, OverruleView::new).show(overrule);
            case Screen.Summary summary -> view(SummaryView.class, SummaryView::new).show(summary);
            case Flip flip -> view(FlipView.class, FlipView::new).show(flip);
            case Done done -> view(DoneView.class, DoneView::new).show(done);
        }
    }

    /// Empty where what lies over a picture must find it again as it was.
    private static Optional<Boolean> face(Screen screen, Mode mode) {
        return switch (screen) {
            case Live live -> Optional.of(live.side() == Side.FACE);
            case Reading reading -> Optional.of(reading.side() == Side.FACE);
            case Confirm confirm -> Optional.of(confirm.side() == Side.FACE);
            case Attract _,
                    CameraLost _,
                    Screen.Refused _,
                    Screen.Interrupted _,
                    Screen.Idle _,
                    Screen.Locked _,
                    Screen.Operator _,
                    Screen.Consent _,
                    Screen.Choosing _,
                    Screen.Edit _,
                    Screen.Overrule _,
                    Flip _,
                    Screen.Summary _,
                    Done _ ->
                    mode == Mode.OFF ? Optional.of(false) : Optional.empty();
        };
    }

    private static Mode mode(Screen screen) {
        return switch (screen) {
            case Live _ -> Mode.LIVE;
            // What lies over a picture for a while must find it again beneath.
            case Reading _,
                    Confirm _,
                    Screen.Edit _,
                    Screen.Overrule _,
                    Screen.Idle _,
                    Screen.Locked _,
                    Screen.Operator _ ->
                    Mode.HELD;
            case Attract _,
                    CameraLost _,
                    Screen.Refused _,
                    Screen.Interrupted _,
                    Screen.Consent _,
                    Screen.Choosing _,
                    Flip _,
                    Screen.Summary _,
                    Done _ ->
                    Mode.OFF;
        };
    }

    private void look(Look next) {
        kit = kit.in(next);
        kit.preview().overlay().look(kit.texts(), next.still());
        top = new TopBar(kit);
        note = new SupervisorNote(kit);
        setTop(new VBox(top, note));
        view = new Region();
    }

    private <V extends Region> V view(Class<V> kind, Function<Kit, V> build) {
        if (kind.isInstance(view)) {
            return kind.cast(view);
        }
        V next = build.apply(kit);
        view = next;
        setCenter(next);
        return next;
    }
}

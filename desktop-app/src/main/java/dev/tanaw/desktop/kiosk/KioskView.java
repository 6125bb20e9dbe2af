package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Preview.Mode;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import java.util.function.Function;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// From the screen to its view. A view stays while its kind of screen does and is told what is new;
/// another language builds everything anew.
final class KioskView extends BorderPane {
    private final Runnable otherLanguage;
    private Kit kit;
    private TopBar top;
    private Region view = new Region();

    KioskView(Kit kit, Runnable otherLanguage) {
        this.kit = kit;
        this.otherLanguage = otherLanguage;
        this.top = new TopBar(kit, otherLanguage);
        kit.preview().overlay().language(kit.texts());
        setTop(top);
        getStyleClass().add("kiosk");
    }

    void show(KioskModel model) {
        if (model.language() != kit.texts().language()) {
            speak(model.language());
        }
        Screen screen = model.screen();
        Preview preview = kit.preview();
        Mode mode = mode(screen);
        preview.mode(mode);
        if (mode == Mode.OFF) {
            preview.overlay().clear();
        }
        top.show(Stepper.on(screen), model.demonstration());
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
            case Flip flip -> view(FlipView.class, FlipView::new).show(flip);
            case Done done -> view(DoneView.class, DoneView::new).show(done);
        }
    }

    private static Mode mode(Screen screen) {
        return switch (screen) {
            case Live _ -> Mode.LIVE;
            case Reading _, Confirm _ -> Mode.HELD;
            case Attract _, CameraLost _, Flip _, Done _ -> Mode.OFF;
        };
    }

    private void speak(Language language) {
        kit = kit.in(language);
        kit.preview().overlay().language(kit.texts());
        top = new TopBar(kit, otherLanguage);
        setTop(top);
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

package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Refused;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// The station could not start: why, and what to do.
final class RefusedView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final Label title = Middle.text("headline", "");
    private final Label second = Middle.text("headline-second", "");
    private final Label text = Middle.text("lead", "");
    private final Label detail = Middle.text("panel-caption", "");
    private final Label code = Middle.text("code", "");

    RefusedView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        code.setId("trouble-code");
        setCenter(
                new Middle(
                        Middle.badge(kit, Material2RoundAL.ERROR_OUTLINE, "trouble-badge"),
                        title,
                        second,
                        text,
                        detail,
                        code));
        setBottom(bar);
    }

    void show(Refused refused) {
        title.setText(kit.texts().what(refused.trouble()));
        second.setText(kit.second().what(refused.trouble()));
        text.setText(kit.texts().next(refused.trouble()));
        detail.setText(refused.detail());
        code.setText(kit.texts().safe(refused.trouble()) + " · " + refused.trouble().code());
        bar.show(Choices.on(refused));
    }
}

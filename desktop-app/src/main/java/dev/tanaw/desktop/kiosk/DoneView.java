package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Done;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// The session is complete.
final class DoneView extends BorderPane {
    /// Nothing was read: no tone of success.
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Kit kit;
    private final ActionBar bar;
    private final FontIcon icon;
    private final Label count = Middle.text("panel-caption", "");
    private final Patience patience;

    DoneView(Kit kit) {
        this.kit = kit;
        getStyleClass().add("done");
        bar = new ActionBar(kit);
        icon = kit.icons().of(Material2RoundAL.CHECK, 5);
        StackPane badge = new StackPane(icon);
        badge.getStyleClass().add("done-badge");
        badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        patience = new Patience(kit, "done.clears");
        setCenter(
                new Middle(
                        badge,
                        Middle.text("headline", kit.texts().text("done.title")),
                        Middle.text("headline-second", kit.second().text("done.title")),
                        Middle.text("lead", kit.texts().text("done.text")),
                        count,
                        patience));
        setBottom(bar);
    }

    void show(Done done) {
        int read = done.findings().rows().size();
        count.setText(
                read > 0 ? kit.texts().text("done.fields", read) : kit.texts().text("done.none"));
        icon.setIconCode(read > 0 ? Material2RoundAL.CHECK : Material2RoundAL.INFO);
        pseudoClassStateChanged(EMPTY, read == 0);
        bar.show(Choices.on(done));
        patience.run(done.since(), done.patience());
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Done;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// The session is complete.
final class DoneView extends BorderPane {
    /// Nothing was read: no tone of success.
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Kit kit;
    private final ActionBar bar;
    private final FontIcon icon;
    private final Label count = new Label();

    DoneView(Kit kit) {
        this.kit = kit;
        getStyleClass().add("done");
        bar = new ActionBar(kit);
        icon = kit.icons().of(Material2RoundAL.CHECK, 5);
        StackPane badge = new StackPane(icon);
        badge.getStyleClass().add("done-badge");
        badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(kit.texts().text("done.title"));
        title.getStyleClass().add("headline");
        Label second = new Label(kit.second().text("done.title"));
        second.getStyleClass().add("headline-second");
        Label text = new Label(kit.texts().text("done.text"));
        text.getStyleClass().add("lead");
        count.getStyleClass().add("panel-caption");
        VBox middle = new VBox(badge, title, second, text, count);
        middle.getStyleClass().add("middle");
        setCenter(middle);
        setBottom(bar);
    }

    void show(Done done) {
        int read = done.findings().rows().size();
        count.setText(
                read > 0 ? kit.texts().text("done.fields", read) : kit.texts().text("done.none"));
        icon.setIconCode(read > 0 ? Material2RoundAL.CHECK : Material2RoundAL.INFO);
        pseudoClassStateChanged(EMPTY, read == 0);
        bar.show(Choices.on(done));
    }
}

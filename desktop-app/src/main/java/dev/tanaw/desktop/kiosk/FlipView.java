package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Flip;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The document has to be turned over: a card shows how.
final class FlipView extends BorderPane {
    private final ActionBar bar;
    private final TurningCard card = new TurningCard();

    FlipView(Kit kit) {
        bar = new ActionBar(kit);
        Label title = new Label(kit.texts().text("flip.title"));
        title.getStyleClass().add("headline");
        Label second = new Label(kit.second().text("flip.title"));
        second.getStyleClass().add("headline-second");
        Label text = new Label(kit.texts().text("flip.text"));
        text.getStyleClass().add("lead");
        VBox middle = new VBox(card, title, second, text);
        middle.getStyleClass().add("middle");
        setCenter(middle);
        setBottom(bar);
    }

    void show(Flip flip) {
        bar.show(Choices.on(flip));
        card.turn(flip.turn());
    }
}

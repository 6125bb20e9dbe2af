package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Flip;
import javafx.scene.layout.BorderPane;

/// The document has to be turned over: a card shows how.
final class FlipView extends BorderPane {
    private final ActionBar bar;
    private final TurningCard card;

    FlipView(Kit kit) {
        card = new TurningCard(kit.look().still());
        bar = new ActionBar(kit);
        setCenter(
                new Middle(
                        card,
                        Middle.text("headline", kit.texts().text("flip.title")),
                        Middle.text("headline-second", kit.second().text("flip.title")),
                        Middle.text("lead", kit.texts().text("flip.text"))));
        setBottom(bar);
    }

    void show(Flip flip) {
        bar.show(Choices.on(flip));
        card.turn(flip.turn());
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.desktop.kiosk.Screen.Choosing;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// What does the person have? Laying it under the camera answers as well.
final class ChoiceView extends BorderPane {
    ChoiceView(Kit kit) {
        FlowPane tiles = new FlowPane();
        tiles.getStyleClass().add("equals");
        tiles.setAlignment(Pos.CENTER);
        for (DocumentKind kind : DocumentKind.values()) {
            Button tile = new Button(kit.texts().of(kind), kit.icons().of(icon(kind), 2.8));
            tile.setContentDisplay(ContentDisplay.TOP);
            tile.getStyleClass().addAll("action", "tile");
            tile.setId("kind-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            tile.setOnAction(_ -> kit.ways().actions().choose(kind));
            tiles.getChildren().add(tile);
        }
        setCenter(
                new Middle(
                        Middle.text("headline", kit.texts().text("choice.title")),
                        Middle.text("headline-second", kit.second().text("choice.title")),
                        Middle.text("lead", kit.texts().text("choice.text")),
                        tiles));
        ActionBar bar = new ActionBar(kit);
        bar.show(Choices.on(new Choosing(Findings.NONE)));
        setBottom(bar);
    }

    private static Ikon icon(DocumentKind kind) {
        return switch (kind) {
            case PASSPORT -> Material2RoundAL.BOOK;
            case ID_CARD -> Material2RoundMZ.PAYMENT;
            case DRIVING_LICENCE -> Material2RoundAL.DIRECTIONS_CAR;
            case OTHER -> Material2RoundAL.DESCRIPTION;
        };
    }
}

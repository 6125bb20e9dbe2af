package dev.tanaw.desktop.kiosk;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;

/// A column in the middle of a screen. Its texts wrap, and it scrolls when they are large.
final class Middle extends ScrollPane {
    private final VBox column = new VBox();

    Middle(Node... nodes) {
        column.getStyleClass().add("middle");
        column.getChildren().addAll(nodes);
        // A column as tall as the window centres what is in it.
        viewportBoundsProperty()
                .addListener((_, _, bounds) -> column.setMinHeight(bounds.getHeight()));
        StackPane whole = new StackPane(column);
        whole.setAlignment(Pos.CENTER);
        setContent(whole);
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("middle-scroll");
    }

    static Label text(String style, String words) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setTextAlignment(TextAlignment.CENTER);
        return label;
    }

    /// The heading in both languages.
    static Node[] titled(Kit kit, String key) {
        return new Node[] {
            text("headline", kit.texts().text(key)), text("headline-second", kit.second().text(key))
        };
    }

    static Node badge(Kit kit, Ikon icon, String style) {
        StackPane badge = new StackPane(kit.icons().of(icon, 3.6));
        badge.getStyleClass().addAll("badge", style);
        badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return badge;
    }
}

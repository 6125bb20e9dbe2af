package dev.tanaw.desktop.kiosk;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/// Finds texts that did not find room.
final class Cut {
    private Cut() {}

    static List<String> texts(Scene scene) {
        return FxThread.call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return all(scene.getRoot())
                    .filter(Labeled.class::isInstance)
                    .map(Labeled.class::cast)
                    .filter(Node::isVisible)
                    .filter(label -> label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY)
                    .filter(Cut::cut)
                    .map(Labeled::getText)
                    .toList();
        });
    }

    /// The skin writes an ellipsis into its own text node when there is too little room, also where
    /// the text wraps and the lines do not fit.
    private static boolean cut(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !(child instanceof FontIcon))
                .map(Text.class::cast)
                .anyMatch(text -> !plain(text.getText()).equals(plain(labeled.getText())));
    }

    /// Where a line ends in a wrapped text is no loss.
    private static String plain(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static Stream<Node> all(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(node ->
                        node instanceof Parent inner
                                ? Stream.concat(Stream.of(node), all(inner))
                                : Stream.of(node));
    }
}

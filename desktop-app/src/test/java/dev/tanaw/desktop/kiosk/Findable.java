package dev.tanaw.desktop.kiosk;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/// What a finger, an ear or an eye needs of every screen.
final class Findable {
    private static final double FINGER = 48;

    private Findable() {}

    /// Targets below 48 px in either direction.
    static List<String> tooSmall(Scene scene) {
        return shown(scene)
                .filter(node ->
                        node instanceof Button
                                || (node instanceof FieldRow row && row.isFocusTraversable()))
                .filter(node ->
                        node.getLayoutBounds().getWidth() < FINGER - 0.5
                                || node.getLayoutBounds().getHeight() < FINGER - 0.5)
                .map(node -> node.getId() + " " + node.getLayoutBounds())
                .toList();
    }

    /// Buttons that say nothing to whoever cannot see them.
    static List<String> nameless(Scene scene) {
        return shown(scene)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().isBlank())
                .filter(button ->
                        button.getAccessibleText() == null || button.getAccessibleText().isBlank())
                .map(Node::toString)
                .toList();
    }

    /// Words and targets that lie outside of the window, where no scrolling brings them in.
    static List<String> outside(Scene scene) {
        return FxThread.call(() ->
                all(scene.getRoot())
                        .filter(node -> node instanceof Labeled && node.isVisible() && inTree(node))
                        .filter(node -> !scrolled(node))
                        .filter(node -> outside(node.localToScene(node.getLayoutBounds()), scene))
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    static List<String> words(Scene scene) {
        return shown(scene)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static boolean outside(Bounds bounds, Scene scene) {
        return bounds.getMinX() < -1
                || bounds.getMinY() < -1
                || bounds.getMaxX() > scene.getWidth() + 1
                || bounds.getMaxY() > scene.getHeight() + 1;
    }

    /// In a column that scrolls up and down it must still fit from side to side.
    private static boolean scrolled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane pane) {
                Bounds bounds = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                return bounds.getMinX() >= -1 && bounds.getMaxX() <= pane.getWidth() + 1;
            }
        }
        return false;
    }

    private static boolean inTree(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static Stream<Node> shown(Scene scene) {
        return FxThread.call(() -> all(scene.getRoot()).filter(Findable::inTree).toList()).stream();
    }

    private static Stream<Node> all(Parent parent) {
        return parent.getChildrenUnmodifiable().stream()
                .flatMap(node ->
                        node instanceof Parent inner
                                ? Stream.concat(Stream.of(node), all(inner))
                                : Stream.of(node));
    }
}

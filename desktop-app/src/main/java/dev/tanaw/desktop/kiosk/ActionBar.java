package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Choices.Choice;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The buttons of a screen: the way out on the left, the way on at the right.
final class ActionBar extends HBox {
    private final Kit kit;
    private final Region gap = new Region();
    private List<String> shown = List.of();

    ActionBar(Kit kit) {
        this.kit = kit;
        getStyleClass().add("action-bar");
        HBox.setHgrow(gap, Priority.ALWAYS);
    }

    /// Buttons that stay keep their node, and with it the focus and a finger that rests on them.
    void show(Choices choices) {
        if (!choices.keys().equals(shown)) {
            shown = choices.keys();
            List<Node> nodes = new ArrayList<>();
            choices.cancel().ifPresent(choice -> nodes.add(kept(choice, "quiet")));
            nodes.add(gap);
            choices.others().forEach(choice -> nodes.add(kept(choice, "side-action")));
            choices.main().ifPresent(choice -> nodes.add(kept(choice, "main-action")));
            getChildren().retainAll(nodes);
            if (!isInOrder(nodes)) {
                getChildren().clear();
            }
            for (int i = 0; i < nodes.size(); i++) {
                if (i == getChildren().size() || !getChildren().get(i).equals(nodes.get(i))) {
                    getChildren().add(i, nodes.get(i));
                }
            }
        }
        boolean stalled = kit.preview().stalled();
        choices.main()
                .ifPresent(
                        main -> getChildren().getLast().setDisable(stalled && main.needsCamera()));
    }

    /// Whether those that stay stand as they will.
    private boolean isInOrder(List<Node> nodes) {
        List<Node> staying = new ArrayList<>(nodes);
        staying.retainAll(getChildren());
        return staying.equals(getChildren());
    }

    /// The button that stands there for it, doing what is asked for now.
    private Node kept(Choice choice, String style) {
        for (Node node : getChildren()) {
            if (node instanceof Button button
                    && button.getId().equals(id(choice))
                    && button.getStyleClass().contains(style)) {
                button.setDisable(false);
                button.setOnAction(_ -> choice.act().accept(kit.ways()));
                return button;
            }
        }
        return button(kit, choice, style);
    }

    private static String id(Choice choice) {
        return choice.key().replace('.', '-').replace('_', '-');
    }

    static Button button(Kit kit, Choice choice, String style) {
        Button button = new Button(kit.texts().text(choice.key()));
        button.setId(id(choice));
        button.getStyleClass().addAll("action", style);
        button.setOnAction(_ -> choice.act().accept(kit.ways()));
        return button;
    }
}

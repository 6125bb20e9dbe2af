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
    private List<String> shown = List.of();

    ActionBar(Kit kit) {
        this.kit = kit;
        getStyleClass().add("action-bar");
    }

    /// Buttons that stay keep their node, and with it the focus.
    void show(Choices choices) {
        if (!choices.keys().equals(shown)) {
            shown = choices.keys();
            List<Node> nodes = new ArrayList<>();
            choices.cancel().ifPresent(choice -> nodes.add(button(choice, "quiet")));
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            nodes.add(gap);
            choices.others().forEach(choice -> nodes.add(button(choice, "side-action")));
            choices.main().ifPresent(choice -> nodes.add(button(choice, "main-action")));
            getChildren().setAll(nodes);
        }
        boolean stalled = kit.preview().stalled();
        choices.main()
                .ifPresent(
                        main -> getChildren().getLast().setDisable(stalled && main.needsCamera()));
    }

    private Button button(Choice choice, String style) {
        return button(kit, choice, style);
    }

    static Button button(Kit kit, Choice choice, String style) {
        Button button = new Button(kit.texts().text(choice.key()));
        button.setId(choice.key().replace('.', '-').replace('_', '-'));
        button.getStyleClass().addAll("action", style);
        button.setOnAction(_ -> choice.act().accept(kit.ways()));
        return button;
    }
}

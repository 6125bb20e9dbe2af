package dev.tanaw.desktop.kiosk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// Whose window it is, how far the session is, and the other language.
final class TopBar extends BorderPane {
    private final Kit kit;
    private final HBox steps = new HBox();
    private final Label demonstration = new Label();
    private Stepper shown = new Stepper(List.of());

    TopBar(Kit kit, Runnable otherLanguage) {
        this.kit = kit;
        Label product =
                new Label(
                        kit.texts().text("product"),
                        kit.icons().of(Material2RoundMZ.VISIBILITY, 1.6));
        product.getStyleClass().add("product");
        Button language =
                new Button(
                        kit.texts().text("language.switch"),
                        kit.icons().of(Material2RoundAL.LANGUAGE, 1.4));
        language.setId("language");
        language.getStyleClass().addAll("action", "quiet");
        language.setOnAction(_ -> otherLanguage.run());
        demonstration.setText(kit.texts().text("demonstration"));
        demonstration.setGraphic(kit.icons().of(Material2RoundMZ.PLAY_CIRCLE_OUTLINE, 1.2));
        demonstration.getStyleClass().add("demonstration");
        demonstration.setId("demonstration");
        demonstration.managedProperty().bind(demonstration.visibleProperty());
        HBox left = new HBox(product, demonstration);
        left.getStyleClass().add("top-left");
        steps.getStyleClass().add("stepper");
        HBox right = new HBox(language);
        right.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("top-bar");
        StackPane middle = new StackPane(steps);
        setLeft(left);
        setCenter(middle);
        setRight(right);
    }

    void show(Stepper stepper, boolean drawn) {
        demonstration.setVisible(drawn);
        if (stepper.equals(shown)) {
            return;
        }
        shown = stepper;
        List<Node> nodes = new ArrayList<>();
        for (Stepper.Stop stop : stepper.stops()) {
            if (!nodes.isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                nodes.add(line);
            }
            nodes.add(node(stop, stepper.stops().indexOf(stop) + 1));
        }
        steps.getChildren().setAll(nodes);
    }

    private Node node(Stepper.Stop stop, int number) {
        String mark = stop.mark().name().toLowerCase(Locale.ROOT);
        StackPane dot = new StackPane(sign(stop.mark(), number));
        dot.getStyleClass().addAll("step-dot", mark);
        Label word = new Label(kit.texts().text(stop.key()), dot);
        word.getStyleClass().addAll("step", mark);
        return word;
    }

    private Node sign(Stepper.Mark mark, int number) {
        return switch (mark) {
            case DONE -> kit.icons().of(Material2RoundAL.CHECK, 1.1);
            case SKIPPED -> kit.icons().of(Material2RoundMZ.REMOVE, 1.1);
            case AHEAD, CURRENT -> new Label(Integer.toString(number));
        };
    }
}

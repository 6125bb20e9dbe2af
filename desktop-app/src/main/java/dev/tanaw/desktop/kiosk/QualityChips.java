package dev.tanaw.desktop.kiosk;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// What is good about the picture and what is not yet: icon, word and colour.
final class QualityChips extends FlowPane {
    private final Kit kit;
    private List<Chip> shown = List.of();

    QualityChips(Kit kit) {
        this.kit = kit;
        getStyleClass().add("chips");
    }

    void show(List<Chip> chips) {
        if (!chips.equals(shown)) {
            shown = chips;
            getChildren().setAll(chips.stream().map(this::label).toList());
        }
    }

    private Label label(Chip chip) {
        Label label =
                new Label(
                        kit.texts().of(chip.kind()) + ": " + kit.texts().of(chip.mark()),
                        kit.icons().of(Icons.of(chip.mark()), 1.15));
        label.getStyleClass().addAll("chip", chip.mark().name().toLowerCase(Locale.ROOT));
        return label;
    }
}

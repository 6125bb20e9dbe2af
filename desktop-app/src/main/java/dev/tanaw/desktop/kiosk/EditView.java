package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Correction;
import dev.tanaw.capture.event.Field;
import dev.tanaw.desktop.kiosk.Screen.Edit;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// A value is typed in place of what was read, with that place of the picture enlarged above it. By
/// touch as well: a kiosk may have no keyboard.
final class EditView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final Label title = Middle.text("headline", "");
    private final Label read = Middle.text("lead", "");
    private final ImageView strip = new ImageView();
    private final TextField value = new TextField();
    private final FlowPane others = new FlowPane();
    private final Label hint = Middle.text("panel-caption", "");
    private Optional<Findings.Row> shown = Optional.empty();

    EditView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        value.setId("value");
        value.getStyleClass().add("value");
        value.setOnAction(_ -> save());
        value.textProperty().addListener(_ -> kit.ways().actions().stay());
        others.getStyleClass().add("others");
        others.managedProperty().bind(Bindings.isNotEmpty(others.getChildren()));
        strip.setPreserveRatio(true);
        strip.managedProperty().bind(strip.imageProperty().isNotNull());
        hint.setId("hint");
        Button save = new Button(kit.texts().text("action.save"));
        save.setId("action-save");
        save.getStyleClass().addAll("action", "main-action");
        save.setOnAction(_ -> save());
        HBox line = new HBox(value, save);
        line.getStyleClass().add("typing");
        setCenter(new Middle(title, strip, read, others, line, hint, new Keyboard(kit, value)));
        setBottom(bar);
    }

    void show(Edit edit) {
        if (shown.equals(Optional.of(edit.row()))) {
            return;
        }
        shown = Optional.of(edit.row());
        Field field = edit.row().field();
        Field original = edit.findings().original(edit.row()).orElse(field);
        title.setText(kit.texts().field(field.name()));
        read.setText(
                kit.texts().text("edit.read")
                        + " "
                        + original.value()
                        + " ("
                        + kit.texts().of(original.source())
                        + ")");
        strip.setImage(kit.preview().enlarged(field).orElse(null));
        strip.setFitHeight(kit.icons().pixels(4));
        others.getChildren()
                .setAll(edit.findings().others(edit.row()).stream().map(this::other).toList());
        value.setText(field.value());
        value.setAccessibleText(title.getText());
        hint.setText(Correction.isDate(field.name()) ? kit.texts().text("edit.date") : "");
        bar.show(Choices.on(edit));
        // Only with its skin is what a scroll pane holds part of the scene.
        applyCss();
        layout();
        value.requestFocus();
        value.selectAll();
    }

    /// What another source says is taken over by one press.
    private Button other(Field.Alternative alternative) {
        Button button = new Button(kit.texts().says(alternative));
        button.getStyleClass().addAll("action", "other");
        button.setOnAction(_ -> {
            value.setText(alternative.value());
            save();
        });
        return button;
    }

    private void save() {
        shown.ifPresent(row -> {
            Optional<String> typed = Correction.of(row.field().name(), value.getText());
            if (typed.isEmpty()) {
                hint.setText(
                        kit.texts()
                                .text(
                                        Correction.isDate(row.field().name())
                                                ? "edit.not_a_date"
                                                : "edit.empty"));
                return;
            }
            kit.ways().actions().edit(row.side(), row.field().name(), typed.get());
            kit.ways().window().close();
        });
    }
}

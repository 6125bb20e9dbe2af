package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One value with where it came from and how sure it is. The full value: this screen is the
/// person's own.
final class FieldRow extends HBox {
    private static final Duration APPEAR = Duration.millis(250);

    private final Findings.Row row;
    private final Kit kit;

    FieldRow(Kit kit, Findings.Row row) {
        this.row = row;
        this.kit = kit;
        Field field = row.field();
        Label name = new Label(kit.texts().field(field.name()));
        name.getStyleClass().add("field-name");
        name.setWrapText(true);
        Label value = new Label(field.value());
        value.setWrapText(true);
        value.getStyleClass().add("field-value");
        VBox words = new VBox(name, value);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        field.alternatives().stream()
                .filter(other -> !other.agrees())
                .forEach(other -> {
                    Label says = new Label(kit.texts().says(other));
                    says.setWrapText(true);
                    says.getStyleClass().add("field-conflict");
                    words.getChildren().add(says);
                });
        if (row.conflict()) {
            Label conflict = new Label(kit.texts().text("fields.conflict"));
            conflict.getStyleClass().addAll("field-conflict");
            words.getChildren().add(conflict);
        }
        Label source = new Label(kit.texts().of(field.source()));
        source.getStyleClass().add("source");
        VBox evidence = new VBox(band(kit, field.band()), source);
        evidence.getStyleClass().add("evidence");
        evidence.setAlignment(Pos.CENTER_RIGHT);
        evidence.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add("field-row");
        getChildren().addAll(words, evidence);
        setId(row.id());
        setAccessibleText(
                "%s: %s. %s, %s"
                        .formatted(
                                name.getText(),
                                field.value(),
                                kit.texts().of(field.band()),
                                source.getText()));
    }

    /// From now on a touch, or Enter on it, opens it for typing.
    FieldRow editable() {
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        getStyleClass().add("editable");
        if (row.needsEyes()) {
            getStyleClass().add("needs-eyes");
        }
        setOnMouseClicked(_ -> edit());
        hoverProperty().subscribe(this::point);
        focusedProperty().subscribe(this::point);
        return this;
    }

    /// Its place on the picture is marked as long as it is looked at.
    private void point() {
        boolean looked = isHover() || isFocused();
        kit.preview().point(looked ? Optional.of(row) : Optional.empty());
    }

    boolean needsEyes() {
        return row.needsEyes();
    }

    void edit() {
        kit.ways().actions().stay();
        kit.ways().window().open(new Sheet.Editing(row));
    }

    private static Label band(Kit kit, Band band) {
        Label label = new Label(kit.texts().of(band), kit.icons().of(Icons.of(band), 1));
        label.getStyleClass().addAll("band", band.name().toLowerCase(Locale.ROOT));
        return label;
    }

    FieldRow appearing() {
        setOpacity(0);
        FadeTransition appear = new FadeTransition(APPEAR, this);
        appear.setToValue(1);
        appear.play();
        return this;
    }
}

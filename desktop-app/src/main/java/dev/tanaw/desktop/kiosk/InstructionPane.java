package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The one thing to do now: large in the chosen language, small in the other.
final class InstructionPane extends HBox {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final Kit kit;
    private final Label first = new Label();
    private final Label second = new Label();
    private final FontIcon icon;
    private Optional<String> shown = Optional.empty();

    InstructionPane(Kit kit) {
        this.kit = kit;
        icon = kit.icons().of(Icons.of(Instruction.SHOW_DOCUMENT), 2.6);
        StackPane badge = new StackPane(icon);
        badge.getStyleClass().add("instruction-badge");
        first.getStyleClass().add("instruction");
        first.setId("instruction");
        first.setWrapText(true);
        first.setMinHeight(USE_PREF_SIZE);
        second.setMinHeight(USE_PREF_SIZE);
        second.setWrapText(true);
        second.getStyleClass().add("instruction-second");
        VBox lines = new VBox(first, second);
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("instruction-pane");
        getChildren().addAll(badge, lines);
    }

    void show(Instruction instruction) {
        show(instruction, "instruction." + instruction.name().toLowerCase(Locale.ROOT));
    }

    void show(Side side, Instruction instruction) {
        show(instruction, kit.texts().key(side, instruction));
    }

    /// @param text key of other words for the same instruction
    void show(Instruction instruction, String text) {
        if (shown.equals(Optional.of(text))) {
            return;
        }
        shown = Optional.of(text);
        first.setText(kit.texts().text(text));
        second.setText(kit.second().text(text));
        // Whoever listens hears the change, and nothing else of the picture.
        setAccessibleText(first.getText());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        icon.setIconCode(Icons.of(instruction));
        pseudoClassStateChanged(GOOD, good(instruction));
    }

    private static boolean good(Instruction instruction) {
        return switch (instruction) {
            case DONE, READING, TAKEN, CHECK, STEADY, DO_NOT_MOVE -> true;
            case FLIP,
                    WAIT_CAMERA,
                    ASK_CONSENT,
                    CHOOSE_DOCUMENT,
                    SHOW_CORNERS,
                    STRAIGHTEN,
                    TOO_CLOSE,
                    TOO_FAR,
                    CENTRE,
                    TOO_DARK,
                    TOO_BRIGHT,
                    LESS_GLARE,
                    HOLD_STILL,
                    SHARPEN,
                    OTHER_SIDE,
                    ONE_FACE,
                    FACE_CAMERA,
                    LEVEL_HEAD,
                    OPEN_EYES,
                    CLOSE_MOUTH,
                    TURN_LEFT,
                    TURN_RIGHT,
                    BLINK,
                    SHOW_FACE,
                    SHOW_BACK,
                    SHOW_DOCUMENT ->
                    false;
        };
    }
}

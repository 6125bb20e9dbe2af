package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CaptureEvent.SupervisorActed;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// What a supervisor elsewhere did about this session, and their own words, until somebody here has
/// read it. Stands above every screen.
final class SupervisorNote extends HBox {
    private final Kit kit;
    private final Label who;
    private final Label words = new Label();
    private final Label more = new Label();
    private List<SupervisorActed> shown = List.of();

    SupervisorNote(Kit kit) {
        this.kit = kit;
        who = new Label("", kit.icons().of(Material2RoundMZ.SUPERVISOR_ACCOUNT, 1.3));
        who.getStyleClass().add("trouble-what");
        more.getStyleClass().add("code");
        Button read = new Button(kit.texts().text("acted.read"));
        read.setId("acted-read");
        read.getStyleClass().addAll("action", "side-action");
        read.setOnAction(_ -> kit.ways().window().read());
        VBox text = new VBox(who, words, more);
        for (Label label : new Label[] {who, words, more}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.managedProperty().bind(label.visibleProperty());
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        read.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(text, read);
        getStyleClass().addAll("notice", "supervisor-note");
        setAlignment(Pos.CENTER_LEFT);
        setId("supervisor-note");
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param told oldest first
    void show(List<SupervisorActed> told) {
        if (told.equals(shown)) {
            return;
        }
        shown = told;
        setVisible(!told.isEmpty());
        if (told.isEmpty()) {
            return;
        }
        SupervisorActed oldest = told.getFirst();
        who.setText(kit.texts().of(oldest));
        words.setText(oldest.text());
        words.setVisible(!oldest.text().isEmpty());
        more.setText(kit.texts().text("acted.more", told.size() - 1));
        more.setVisible(told.size() > 1);
        setAccessibleText(who.getText() + ". " + words.getText());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}

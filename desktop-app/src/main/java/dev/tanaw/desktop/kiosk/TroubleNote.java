package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Trouble;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// What happened, that nothing is lost, what to do next, and the code for whoever helps.
final class TroubleNote extends VBox {
    private final Kit kit;
    private final Label what;
    private final Label next = new Label();
    private final Label code = new Label();

    TroubleNote(Kit kit) {
        this.kit = kit;
        what = new Label("", kit.icons().of(Material2RoundMZ.WARNING, 1.3));
        what.getStyleClass().add("trouble-what");
        what.setWrapText(true);
        next.setWrapText(true);
        code.setWrapText(true);
        code.getStyleClass().add("code");
        getStyleClass().add("notice");
        setId("notice");
        setFillWidth(true);
        // As tall as its words: a sentence that ends in dots helps nobody.
        for (Label label : new Label[] {what, next, code}) {
            label.setMinHeight(USE_PREF_SIZE);
        }
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        getChildren().addAll(what, next, code);
        setVisible(false);
    }

    void show(Trouble trouble) {
        what.setText(kit.texts().what(trouble));
        next.setText(kit.texts().next(trouble));
        code.setText(kit.texts().safe(trouble) + " · " + trouble.code());
        setAccessibleText(what.getText() + " " + next.getText() + " " + kit.texts().safe(trouble));
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Consent;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// The person is asked before anything is captured. Both answers are equals: the same size, the
/// same colour, side by side.
final class ConsentView extends BorderPane {
    ConsentView(Kit kit) {
        FlowPane answers = new FlowPane();
        answers.getStyleClass().add("equals");
        answers.setAlignment(Pos.CENTER);
        for (Choices.Choice choice : Choices.on(new Consent(Findings.NONE)).others()) {
            Button button = ActionBar.button(kit, choice, "equal");
            answers.getChildren().add(button);
        }
        VBox points =
                new VBox(
                        point(
                                kit,
                                Material2RoundMZ.PHOTO_CAMERA,
                                kit.face() ? "consent.what.face" : "consent.what"),
                        point(kit, Material2RoundAL.FACT_CHECK, "consent.why"),
                        point(kit, Material2RoundAL.DELETE_OUTLINE, "consent.gone"));
        points.getStyleClass().add("points");
        setCenter(
                new Middle(
                        Middle.text("headline", kit.texts().text("consent.title")),
                        Middle.text("headline-second", kit.second().text("consent.title")),
                        points,
                        answers));
    }

    private static Label point(Kit kit, Ikon icon, String key) {
        Label label = new Label(kit.texts().text(key), kit.icons().of(icon, 1.7));
        label.getStyleClass().add("point");
        label.setWrapText(true);
        return label;
    }
}

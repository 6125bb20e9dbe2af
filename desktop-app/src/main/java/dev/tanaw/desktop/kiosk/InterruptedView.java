package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.desktop.kiosk.Screen.Interrupted;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// The program ended in the middle of a session: it goes on with the same person, or is closed for
/// a reason, each of which is one press.
final class InterruptedView extends BorderPane {
    /// What a person at the station can know.
    private static final List<DiscardReason> REASONS =
            List.of(DiscardReason.PERSON_LEFT, DiscardReason.SERVED_ELSEWHERE);

    private final Kit kit;
    private final ActionBar bar;
    private final Label text = Middle.text("lead", "");

    InterruptedView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        VBox reasons = new VBox();
        reasons.getStyleClass().add("reasons");
        reasons.setAlignment(Pos.CENTER);
        for (DiscardReason reason : REASONS) {
            Button button = new Button(kit.texts().of(reason));
            button.setId("discard-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().addAll("action", "reason");
            button.setOnAction(_ -> kit.ways().actions().discard(reason));
            reasons.getChildren().add(button);
        }
        setCenter(
                new Middle(
                        Middle.badge(kit, Material2RoundMZ.RESTORE, "trouble-badge"),
                        Middle.text("headline", kit.texts().text("interrupted.title")),
                        Middle.text("headline-second", kit.second().text("interrupted.title")),
                        text,
                        Middle.text("panel-caption", kit.texts().text("interrupted.or")),
                        reasons));
        setBottom(bar);
    }

    void show(Interrupted interrupted) {
        text.setText(kit.texts().since("interrupted.text", interrupted.startedAt()));
        bar.show(Choices.on(interrupted));
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.Overrule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Why the document is accepted in spite of what was found. Each reason is one press.
final class OverruleView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final VBox found = new VBox();
    private List<Trouble> shown = List.of();

    OverruleView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        found.getStyleClass().add("points");
        VBox reasons = new VBox();
        reasons.getStyleClass().add("reasons");
        reasons.setAlignment(Pos.CENTER);
        for (OverrideReason reason : OverrideReason.values()) {
            if (reason == OverrideReason.FACE_EXEMPT
                    || reason == OverrideReason.SUPERVISOR_APPROVED) {
                continue; // says nothing of a document, or is not theirs to say
            }
            Button button = new Button(kit.texts().of(reason));
            button.setId("reason-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().addAll("action", "reason");
            button.setOnAction(_ -> kit.ways().actions().overrule(reason));
            reasons.getChildren().add(button);
        }
        setCenter(
                new Middle(
                        Middle.text("headline", kit.texts().text("overrule.title")),
                        Middle.text("headline-second", kit.second().text("overrule.title")),
                        found,
                        reasons));
        setBottom(bar);
    }

    void show(Overrule overrule) {
        List<Trouble> blocking = new ArrayList<>(overrule.findings().blocking());
        if (overrule.findings().waitsForApproval()) {
            blocking.add(Trouble.APPROVAL_WANTED);
        }
        if (!blocking.equals(shown)) {
            shown = List.copyOf(blocking);
            found.getChildren().setAll(blocking.stream().map(this::line).toList());
        }
        bar.show(Choices.on(overrule));
    }

    private Label line(Trouble trouble) {
        Label label = new Label(kit.texts().what(trouble) + " · " + trouble.code());
        label.setWrapText(true);
        label.getStyleClass().add("point");
        return label;
    }
}

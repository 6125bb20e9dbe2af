package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Outcome;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// Nobody is served: what this is, and where to begin.
final class AttractView extends VBox {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final Kit kit;
    private final Label ended;

    AttractView(Kit kit) {
        this.kit = kit;
        ended = new Label("", kit.icons().of(Material2RoundAL.INFO, 1.4));
        ended.getStyleClass().add("notice");
        ended.setId("ended");
        Label title = new Label(kit.texts().text("attract.title"));
        title.getStyleClass().add("headline");
        Label second = new Label(kit.second().text("attract.title"));
        second.getStyleClass().add("headline-second");
        Label text = new Label(kit.texts().text("attract.text"));
        text.getStyleClass().add("lead");
        Choices.Choice begin = Choices.on(new Attract(Optional.empty())).main().orElseThrow();
        Button start = ActionBar.button(kit, begin, "main-action");
        start.getStyleClass().add("start");
        getStyleClass().add("middle");
        getChildren().addAll(new TurningCard(), title, second, text, start, ended);
    }

    void show(Attract attract) {
        ended.setVisible(attract.ended().isPresent());
        attract.ended()
                .ifPresent(how -> {
                    ended.setText(kit.texts().of(how.outcome()));
                    ended.pseudoClassStateChanged(GOOD, how.outcome() == Outcome.COMPLETE);
                });
    }
}

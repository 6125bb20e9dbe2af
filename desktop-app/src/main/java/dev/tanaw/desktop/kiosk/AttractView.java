package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Outcome;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// Nobody is served: what this is, and where to begin.
final class AttractView extends BorderPane {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final Kit kit;
    private final Label ended;

    AttractView(Kit kit) {
        this.kit = kit;
        ended = new Label("", kit.icons().of(Material2RoundAL.INFO, 1.4));
        ended.getStyleClass().add("notice");
        ended.setId("ended");
        ended.setWrapText(true);
        Choices.Choice begin = Choices.on(new Attract(Optional.empty())).main().orElseThrow();
        Button start = ActionBar.button(kit, begin, "main-action");
        start.getStyleClass().add("start");
        TurningCard card = new TurningCard(kit.look().still());
        setCenter(
                new Middle(
                        card,
                        Middle.text("headline", kit.texts().text("attract.title")),
                        Middle.text("headline-second", kit.second().text("attract.title")),
                        Middle.text("lead", kit.texts().text("attract.text")),
                        start,
                        ended));
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

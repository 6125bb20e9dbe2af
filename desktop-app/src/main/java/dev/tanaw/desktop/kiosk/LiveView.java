package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Phase;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The camera's picture and the one thing to do.
final class LiveView extends StackPane {
    private final Kit kit;
    private final InstructionPane instruction;
    private final QualityChips chips;
    private final FieldList fields;
    private final ActionBar bar;
    private final TroubleNote note;
    private final Label tip = new Label();

    private Optional<Phase> phase = Optional.empty();

    LiveView(Kit kit) {
        this.kit = kit;
        instruction = new InstructionPane(kit);
        chips = new QualityChips(kit);
        fields = new FieldList(kit);
        bar = new ActionBar(kit);
        Label title = new Label(kit.texts().text("quality.title"));
        title.getStyleClass().add("panel-title");
        note = new TroubleNote(kit);
        tip.setWrapText(true);
        tip.setMinHeight(Region.USE_PREF_SIZE);
        tip.setId("tip");
        tip.getStyleClass().add("tip");
        tip.managedProperty().bind(tip.visibleProperty());
        tip.setVisible(false);
        VBox side = new VBox(title, chips, fields.above(tip, note));
        side.getStyleClass().add("side-panel");
        VBox.setVgrow(fields, Priority.ALWAYS);
        getChildren().add(new CaptureFrame(kit.preview(), instruction, side, bar));
    }

    void show(Live live) {
        instruction.show(live.side(), live.sight().instruction());
        chips.show(Chip.of(live.side(), live.sight().gates()));
        values(live);
        bar.show(Choices.on(live));
        help(live);
        Overlay overlay = kit.preview().overlay();
        overlay.outline(live.sight().outline(), !(live.phase() instanceof Phase.Searching));
        overlay.lapse(live.lapse().map(lapse -> kit.texts().of(live.side(), lapse.reason())));
        if (!phase.equals(Optional.of(live.phase()))) {
            phase = Optional.of(live.phase());
            switch (live.phase()) {
                case Phase.Searching _, Phase.Locked _ -> overlay.noCountdown();
                case Phase.Countdown countdown -> overlay.countdown(countdown.lasts());
            }
        }
    }

    private void values(Live live) {
        if (live.side() == Side.FACE) {
            fields.face(kit.texts().text("face.hints"));
            return;
        }
        Findings findings = live.findings();
        fields.show(
                findings.rows(),
                Math.max(0, FieldList.USUAL - findings.rows().size()),
                findings.rows().isEmpty() ? kit.texts().text("fields.waiting") : "");
    }

    /// What keeps it from going on where that is known, else the instruction in more words.
    private void help(Live live) {
        live.trouble().ifPresentOrElse(note::show, note::clear);
        boolean late = live.help() != Screen.Help.NONE && live.trouble().isEmpty();
        tip.setVisible(late);
        if (late) {
            tip.setText(
                    live.help() == Screen.Help.CHOICES
                            ? kit.texts().text("tip.choices")
                            : kit.texts().tip(live.side(), live.sight().instruction()));
        }
    }
}

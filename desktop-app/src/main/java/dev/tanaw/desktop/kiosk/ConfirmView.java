package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// What was taken and read, to be kept or taken again.
final class ConfirmView extends StackPane {
    private final Kit kit;
    private final InstructionPane instruction;
    private final FieldList fields;
    private final ActionBar bar;
    private final Label notice;
    private final Patience patience;

    ConfirmView(Kit kit) {
        this.kit = kit;
        instruction = new InstructionPane(kit);
        fields = new FieldList(kit);
        bar = new ActionBar(kit);
        notice = new Label("", kit.icons().of(Material2RoundAL.INFO, 1.4));
        notice.getStyleClass().add("notice");
        notice.setId("notice");
        notice.setWrapText(true);
        notice.managedProperty().bind(notice.visibleProperty());
        patience = new Patience(kit);
        VBox side = new VBox(fields, notice, patience);
        side.getStyleClass().add("side-panel");
        VBox.setVgrow(fields, Priority.ALWAYS);
        getChildren().add(new CaptureFrame(kit.preview(), instruction, side, bar));
    }

    void show(Confirm confirm) {
        Findings findings = confirm.findings();
        if (findings.rows().isEmpty()) {
            instruction.show(Instruction.CHECK, "step.confirm");
        } else {
            instruction.show(Instruction.CHECK);
        }
        fields.show(findings.rows(), 0, caption(confirm.side(), findings));
        Optional<String> code = findings.notice();
        notice.setVisible(code.isPresent());
        code.ifPresent(known -> notice.setText(kit.texts().code(known) + " (" + known + ")"));
        bar.show(Choices.on(confirm));
        patience.run(confirm.since(), confirm.patience());
    }

    private String caption(Side side, Findings findings) {
        if (findings.rows().isEmpty()) {
            return kit.texts().text("fields.none");
        }
        return kit.texts()
                .text(
                        switch (side) {
                            case FRONT -> "confirm.front";
                            case BACK -> "confirm.back";
                        });
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import java.util.List;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What was taken and read, to be kept or taken again.
final class ConfirmView extends StackPane {
    private final Kit kit;
    private final InstructionPane instruction;
    private final FieldList fields;
    private final ActionBar bar;
    private final TroubleNote note;
    private final Patience patience;

    ConfirmView(Kit kit) {
        this.kit = kit;
        instruction = new InstructionPane(kit);
        fields = FieldList.editable(kit);
        bar = new ActionBar(kit);
        note = new TroubleNote(kit);
        patience = new Patience(kit, "confirm.seconds");
        VBox side = new VBox(fields.above(note), patience);
        side.getStyleClass().add("side-panel");
        VBox.setVgrow(fields, Priority.ALWAYS);
        getChildren().add(new CaptureFrame(kit.preview(), instruction, side, bar));
    }

    void show(Confirm confirm) {
        Findings findings = confirm.findings();
        boolean document = confirm.side().ofDocument();
        List<Findings.Row> rows = document ? findings.rows() : List.of();
        if (rows.isEmpty()) {
            instruction.show(Instruction.CHECK, "step.confirm");
        } else {
            instruction.show(Instruction.CHECK);
        }
        if (document) {
            fields.show(rows, 0, caption(confirm.side(), rows));
        } else {
            fields.face(kit.texts().text("confirm.face"));
        }
        kit.preview().rows(rows);
        findings.notice().ifPresentOrElse(note::show, note::clear);
        bar.show(Choices.on(confirm));
        patience.run(confirm.since(), confirm.patience());
    }

    private String caption(Side side, List<Findings.Row> rows) {
        if (rows.isEmpty()) {
            return kit.texts().text("fields.none");
        }
        return kit.texts()
                .text(
                        switch (side) {
                            case FRONT -> "confirm.front";
                            case BACK -> "confirm.back";
                            case FACE -> "confirm.face";
                        });
    }
}

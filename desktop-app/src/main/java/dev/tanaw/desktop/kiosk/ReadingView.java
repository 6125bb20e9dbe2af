package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The picture that was taken, and its values as they come.
final class ReadingView extends StackPane {
    private final Kit kit;
    private final InstructionPane instruction;
    private final FieldList fields;
    private final ActionBar bar;

    ReadingView(Kit kit) {
        this.kit = kit;
        instruction = new InstructionPane(kit);
        fields = new FieldList(kit);
        bar = new ActionBar(kit);
        VBox side = new VBox(fields);
        side.getStyleClass().add("side-panel");
        VBox.setVgrow(fields, Priority.ALWAYS);
        getChildren().add(new CaptureFrame(kit.preview(), instruction, side, bar));
    }

    void show(Reading reading) {
        if (reading.side() == Side.FACE) {
            instruction.show(Instruction.TAKEN);
            fields.face("");
            bar.show(Choices.on(reading));
            return;
        }
        instruction.show(Instruction.READING);
        Findings findings = reading.findings();
        int expected = reading.expected().orElse(FieldList.USUAL);
        int missing = expected - findings.of(reading.side()).size();
        fields.show(findings.rows(), Math.max(0, missing), kit.texts().text("fields.reading"));
        bar.show(Choices.on(reading));
        kit.preview().rows(findings.rows());
        kit.preview().overlay().outline(kit.preview().overlay().places(), true);
    }
}

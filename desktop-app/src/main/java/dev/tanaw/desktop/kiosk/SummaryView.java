package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Summary;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything that was read, once more, before the end.
final class SummaryView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final FieldList fields;
    private final TroubleNote note;
    private final Patience patience;

    SummaryView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        fields = FieldList.editable(kit);
        note = new TroubleNote(kit);
        patience = new Patience(kit, "confirm.seconds");
        VBox all =
                new VBox(
                        Middle.text("headline", kit.texts().text("summary.title")),
                        fields.above(note),
                        patience);
        all.getStyleClass().add("summary");
        VBox.setVgrow(fields, Priority.ALWAYS);
        setCenter(all);
        setBottom(bar);
    }

    void show(Summary summary) {
        fields.show(
                summary.findings().rows(),
                0,
                kit.texts()
                        .text(
                                summary.findings().rows().isEmpty()
                                        ? "fields.none"
                                        : "fields.touch"));
        summary.findings().notice().ifPresentOrElse(note::show, note::clear);
        bar.show(Choices.on(summary));
        patience.run(summary.since(), summary.patience());
    }
}

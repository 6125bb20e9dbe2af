package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Findings.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The values so far, and a grey line for each that is still expected.
final class FieldList extends VBox {
    /// Lines of the usual machine readable zone, until the readers say what they expect.
    static final int USUAL = 9;

    private final Kit kit;
    private final boolean editable;
    private final VBox lines = new VBox();
    private final VBox above = new VBox();
    private final Label title = new Label();
    private final Label caption = new Label();
    private Map<Row, Node> shown = new HashMap<>();

    FieldList(Kit kit) {
        this(kit, false);
    }

    /// Each value can be opened for typing.
    static FieldList editable(Kit kit) {
        return new FieldList(kit, true);
    }

    private FieldList(Kit kit, boolean editable) {
        this.kit = kit;
        this.editable = editable;
        title.getStyleClass().add("panel-title");
        caption.getStyleClass().add("panel-caption");
        caption.setWrapText(true);
        lines.getStyleClass().add("field-lines");
        above.getStyleClass().add("above");
        ScrollPane scroll = new ScrollPane(new VBox(above, lines));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("field-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("field-list");
        getChildren().addAll(title, caption, scroll);
    }

    /// What has to be seen first, and scrolls with the rest.
    FieldList above(Node... nodes) {
        above.getChildren().setAll(nodes);
        return this;
    }

    /// @param missing how many grey lines follow
    void show(List<Row> rows, int missing, String captionText) {
        show("fields.title", rows, missing, captionText);
    }

    /// A face has no values.
    void face(String captionText) {
        show("stepper.face", List.of(), 0, captionText);
    }

    private void show(String titleKey, List<Row> rows, int missing, String captionText) {
        title.setText(kit.texts().text(titleKey));
        caption.setText(captionText);
        Map<Row, Node> next = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Row row : rows) {
            Node before = shown.get(row);
            Node line = before == null ? line(row) : before;
            next.put(row, line);
            nodes.add(line);
        }
        for (int i = 0; i < missing; i++) {
            nodes.add(skeleton(i));
        }
        boolean same = next.equals(shown) && nodes.size() == lines.getChildren().size();
        shown = next;
        if (!same) {
            lines.getChildren().setAll(nodes);
        }
    }

    private FieldRow line(Row row) {
        FieldRow line = new FieldRow(kit, row);
        return editable ? line.editable().appearing() : line.appearing();
    }

    private static Node skeleton(int index) {
        Region name = new Region();
        name.getStyleClass().addAll("skeleton", "skeleton-name");
        Region value = new Region();
        value.getStyleClass().addAll("skeleton", "skeleton-value-" + index % 3);
        VBox line = new VBox(name, value);
        line.getStyleClass().add("skeleton-line");
        return line;
    }
}

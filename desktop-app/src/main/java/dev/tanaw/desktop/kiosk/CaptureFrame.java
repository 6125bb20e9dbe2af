package dev.tanaw.desktop.kiosk;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The arrangement that all screens with the picture share, so that nothing jumps between them: the
/// picture with a line beneath it, a panel at the side, the buttons at the foot.
final class CaptureFrame extends BorderPane {
    CaptureFrame(Preview preview, Node beneath, Node side, ActionBar bar) {
        VBox stage = new VBox(preview, beneath);
        stage.getStyleClass().add("stage");
        VBox.setVgrow(beneath, Priority.ALWAYS);
        setCenter(stage);
        setRight(side);
        setBottom(bar);
        getStyleClass().add("capture-frame");
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// There is no camera: what that means, and when it is tried again.
final class CameraLostView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final Label retry = new Label();
    private final Label code = new Label();

    CameraLostView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        StackPane badge = new StackPane(kit.icons().of(Material2RoundMZ.VIDEOCAM_OFF, 4.4));
        badge.getStyleClass().add("trouble-badge");
        badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(kit.texts().text("camera.title"));
        title.getStyleClass().add("headline");
        Label second = new Label(kit.second().text("camera.title"));
        second.getStyleClass().add("headline-second");
        Label text = new Label(kit.texts().text("camera.text"));
        text.getStyleClass().add("lead");
        retry.getStyleClass().add("panel-caption");
        code.getStyleClass().add("code");
        VBox middle = new VBox(badge, title, second, text, retry, code);
        middle.getStyleClass().add("middle");
        setCenter(middle);
        setBottom(bar);
    }

    void show(CameraLost lost) {
        long left = lost.outage().retryAt() - kit.clock().getAsLong();
        int seconds = (int) Math.max(0, Math.ceilDiv(left, TimeUnit.SECONDS.toNanos(1)));
        retry.setText(kit.texts().text("camera.retry", seconds));
        code.setText("CAM · " + lost.outage().fault().toLowerCase(Locale.ROOT));
        bar.show(Choices.on(lost));
    }
}

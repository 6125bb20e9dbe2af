package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// There is no camera: what that means, what to do, and when it is tried again.
final class CameraLostView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final Label title = Middle.text("headline", "");
    private final Label second = Middle.text("headline-second", "");
    private final Label text = Middle.text("lead", "");
    private final Label retry = Middle.text("panel-caption", "");
    private final Label code = Middle.text("code", "");

    CameraLostView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        text.setId("trouble-next");
        code.setId("trouble-code");
        setCenter(
                new Middle(
                        Middle.badge(kit, Material2RoundMZ.VIDEOCAM_OFF, "trouble-badge"),
                        title,
                        second,
                        text,
                        retry,
                        code));
        setBottom(bar);
    }

    void show(CameraLost lost) {
        Trouble trouble = Trouble.ofCamera(lost.outage().fault());
        title.setText(kit.texts().what(trouble));
        second.setText(kit.second().what(trouble));
        text.setText(kit.texts().next(trouble));
        long left = lost.outage().retryAt() - kit.clock().getAsLong();
        int seconds = (int) Math.max(0, Math.ceilDiv(left, TimeUnit.SECONDS.toNanos(1)));
        retry.setText(
                kit.texts().whose(lost.outage().role())
                        + kit.texts().text("camera.retry", seconds));
        code.setText(kit.texts().safe(trouble) + " · " + trouble.code());
        bar.show(Choices.on(lost));
    }
}

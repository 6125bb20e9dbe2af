package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Idle;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;

/// Nobody seems to be there: how long until everything of the session is wiped.
final class IdleView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final Label seconds = Middle.text("countdown-number", "");

    IdleView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        seconds.setId("seconds");
        Middle middle =
                new Middle(
                        Middle.text("headline", kit.texts().text("idle.title")),
                        Middle.text("headline-second", kit.second().text("idle.title")),
                        seconds,
                        Middle.text("lead", kit.texts().text("idle.text")));
        setCenter(middle);
        setBottom(bar);
    }

    void show(Idle idle) {
        long left = idle.wipeAt() - kit.clock().getAsLong();
        seconds.setText(
                Long.toString(Math.max(0, Math.ceilDiv(left, TimeUnit.SECONDS.toNanos(1)))));
        bar.show(Choices.on(idle));
    }
}

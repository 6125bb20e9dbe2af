package dev.tanaw.desktop.kiosk;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// How long until the screen goes on by itself.
final class Patience extends VBox {
    private final Kit kit;
    private final String key;
    private final Label words = new Label();
    private final ProgressBar left = new ProgressBar(1);
    private Animation running = new Timeline();
    private long shown = Long.MIN_VALUE;

    /// @param key of the sentence that takes the seconds
    Patience(Kit kit, String key) {
        this.kit = kit;
        this.key = key;
        left.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("panel-caption");
        words.setWrapText(true);
        managedProperty().bind(visibleProperty());
        getStyleClass().add("patience");
        getChildren().addAll(words, left);
        left.progressProperty().addListener(_ -> words.setText(text()));
        sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        running.stop();
                    }
                });
    }

    private Duration whole = Duration.ZERO;

    /// Starts once for each point in time; a view that is built anew goes on where time is.
    void run(long since, Duration lasts) {
        setVisible(!lasts.isZero());
        if (since == shown || lasts.isZero()) {
            return;
        }
        shown = since;
        whole = lasts;
        double gone = (double) (kit.clock().getAsLong() - since) / lasts.toNanos();
        double remaining = Math.clamp(1 - gone, 0, 1);
        running.stop();
        left.setProgress(remaining);
        words.setText(text());
        running =
                new Timeline(
                        new KeyFrame(
                                javafx.util.Duration.millis(lasts.toMillis() * remaining),
                                new KeyValue(left.progressProperty(), 0, Interpolator.LINEAR)));
        running.play();
    }

    private String text() {
        double seconds = Math.ceil(left.getProgress() * whole.toMillis() / 1000);
        return kit.texts().text(key, (int) seconds);
    }
}

package dev.tanaw.desktop.kiosk;

import java.time.Duration;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A drawn card that turns about its upright axis, front to back. The turn is a change of width:
/// software rendering has no third dimension.
final class TurningCard extends StackPane {
    private final DoubleProperty angle = new SimpleDoubleProperty(0);
    private final boolean still;
    private boolean turned;

    /// DOMAIN: what stands in for the turn where nothing may move.
    private static final Duration FADE = Duration.ofMillis(200);

    /// @param still whether it fades from one side to the other instead of turning
    TurningCard(boolean still) {
        this.still = still;
        Region front = front();
        Region back = back();
        getStyleClass().add("card");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(front, back);
        back.setVisible(false);
        angle.addListener((_, _, now) -> {
            double degrees = now.doubleValue();
            if (still) {
                // Half the way each: one side goes, then the other comes.
                setOpacity(Math.abs(Math.cos(Math.toRadians(degrees))));
            } else {
                setScaleX(Math.max(0.02, Math.abs(Math.cos(Math.toRadians(degrees)))));
            }
            front.setVisible(degrees < 90);
            back.setVisible(degrees >= 90);
        });
    }

    void turn(Duration lasts) {
        if (turned) {
            return;
        }
        turned = true;
        new Timeline(
                        new KeyFrame(
                                FxThread.duration(still ? FADE : lasts),
                                new KeyValue(angle, 180, Interpolator.EASE_BOTH)))
                .play();
    }

    private static Region front() {
        Region portrait = styled("card-portrait");
        VBox lines = new VBox(styled("card-line"), styled("card-line-short"), styled("card-line"));
        lines.getStyleClass().add("card-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        HBox face = new HBox(portrait, lines);
        face.getStyleClass().add("card-face");
        return face;
    }

    private static Region back() {
        VBox face = new VBox(styled("card-stripe"), styled("card-line"), styled("card-line-short"));
        face.getStyleClass().addAll("card-face", "card-lines");
        return face;
    }

    private static Region styled(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }
}

package dev.tanaw.desktop.kiosk;

import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.ParallelTransition;
import javafx.animation.PauseTransition;
import javafx.animation.ScaleTransition;
import javafx.animation.SequentialTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

/// The white flash and the check mark of a picture that was taken.
final class Shutter extends StackPane {
    private static final Duration FLASH = Duration.millis(150);
    private static final Duration CHECK = Duration.millis(250);
    private static final double SMALL = 0.3;
    private static final Duration CHECK_STAYS = Duration.millis(600);

    private final Region flash = new Region();
    private final StackPane badge = new StackPane();
    private final ScaleTransition grow;
    private final Animation animation;

    Shutter() {
        flash.getStyleClass().add("flash");
        SVGPath check = new SVGPath();
        check.setContent("M 4 13 L 10 19 L 21 6");
        check.getStyleClass().add("check");
        badge.getStyleClass().add("check-badge");
        badge.getChildren().add(check);
        badge.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().addAll(flash, badge);
        FadeTransition fade = new FadeTransition(FLASH, flash);
        fade.setFromValue(1);
        fade.setToValue(0);
        grow = new ScaleTransition(CHECK, badge);
        grow.setFromX(SMALL);
        grow.setFromY(SMALL);
        grow.setToX(1);
        grow.setToY(1);
        FadeTransition appear = new FadeTransition(CHECK, badge);
        appear.setFromValue(0);
        appear.setToValue(1);
        FadeTransition leave = new FadeTransition(CHECK, badge);
        leave.setFromValue(1);
        leave.setToValue(0);
        animation =
                new SequentialTransition(
                        new ParallelTransition(fade, grow, appear),
                        new PauseTransition(CHECK_STAYS),
                        leave);
        animation.setOnFinished(_ -> setVisible(false));
        setVisible(false);
    }

    /// No flash, nothing that grows: the check mark appears and goes.
    void still(boolean nothingMoves) {
        flash.setVisible(!nothingMoves);
        grow.setFromX(nothingMoves ? 1 : SMALL);
        grow.setFromY(nothingMoves ? 1 : SMALL);
    }

    void fire() {
        setVisible(true);
        animation.playFromStart();
    }

    void stop() {
        animation.stop();
        setVisible(false);
    }
}

package dev.tanaw.desktop.kiosk;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;

/// The ring that closes while the document must not move.
final class CountdownRing extends Region {
    private final Circle track = new Circle();
    private final Arc arc = new Arc();
    private Animation running = new Timeline();

    CountdownRing() {
        track.getStyleClass().add("ring-track");
        arc.getStyleClass().add("ring");
        arc.setStartAngle(90);
        getChildren().addAll(track, arc);
        getChildren().forEach(node -> node.setManaged(false));
        setVisible(false);
    }

    void start(Duration lasts) {
        running.stop();
        arc.setLength(0);
        setVisible(true);
        running =
                new Timeline(
                        new KeyFrame(
                                FxThread.duration(lasts),
                                new KeyValue(arc.lengthProperty(), -360, Interpolator.LINEAR)));
        running.play();
    }

    void stop() {
        running.stop();
        setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        double radius = Math.min(getWidth(), getHeight()) / 6;
        track.setCenterX(getWidth() / 2);
        track.setCenterY(getHeight() / 2);
        track.setRadius(radius);
        arc.setCenterX(getWidth() / 2);
        arc.setCenterY(getHeight() / 2);
        arc.setRadiusX(radius);
        arc.setRadiusY(radius);
    }
}

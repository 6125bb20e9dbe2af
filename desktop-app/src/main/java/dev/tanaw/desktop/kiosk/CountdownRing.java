package dev.tanaw.desktop.kiosk;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;

/// The ring that closes while the document must not move.
final class CountdownRing extends Region {
    private static final Duration READABLE = Duration.ofSeconds(1);

    private final Circle track = new Circle();
    private final Arc arc = new Arc();
    private final Label number = new Label();
    private Animation running = new Timeline();
    private boolean still;
    private boolean face;
    private Duration whole = Duration.ZERO;

    CountdownRing() {
        track.getStyleClass().add("ring-track");
        arc.getStyleClass().add("ring");
        arc.setStartAngle(90);
        number.getStyleClass().add("ring-number");
        getChildren().addAll(track, arc, number);
        arc.lengthProperty()
                .addListener((_, _, length) -> {
                    number.setText(left(length.doubleValue()));
                    requestLayout();
                });
        getChildren().forEach(node -> node.setManaged(false));
        setVisible(false);
    }

    /// A number in place of the ring that closes; the time is the same.
    void still(boolean nothingMoves) {
        still = nothingMoves;
    }

    private String left(double length) {
        double seconds = whole.toMillis() / 1000.0 * (1 + length / 360);
        return still
                ? "%.1f".formatted(Math.max(0, seconds))
                : "%.0f".formatted(Math.ceil(Math.max(0.01, seconds)));
    }

    void start(Duration lasts) {
        whole = lasts;
        arc.setVisible(!still);
        // A number that nobody can read in time is not shown, but where it stands for the ring.
        number.setVisible(still || lasts.compareTo(READABLE) >= 0);
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

    /// Around the face and not before it: the oval closes, and the number stands below the chin.
    void face(boolean seen) {
        face = seen;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (face) {
            around();
        } else {
            inTheMiddle();
        }
        number.autosize();
        number.relocate(
                track.getCenterX() - number.getWidth() / 2,
                track.getCenterY() - number.getHeight() / 2);
    }

    private void around() {
        double down = getHeight() * Guide.OVAL_OF_HEIGHT / 2;
        arc.setCenterX(getWidth() / 2);
        arc.setCenterY(getHeight() / 2);
        arc.setRadiusY(down);
        arc.setRadiusX(down * Guide.OVAL);
        track.setCenterX(getWidth() / 2);
        track.setCenterY(getHeight() / 2 + down);
        track.setRadius(getHeight() / 10);
    }

    private void inTheMiddle() {
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

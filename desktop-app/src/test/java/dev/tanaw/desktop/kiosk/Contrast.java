package dev.tanaw.desktop.kiosk;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// Contrast of every word against what is painted behind it, by the colours that JavaFX computed.
final class Contrast {
    private Contrast() {}

    /// Words below the ratio, with it.
    static List<String> below(Scene scene, double least) {
        return Findable.shown(scene)
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(label -> !label.getText().isBlank() && !label.isDisabled())
                .filter(label -> !onThePicture(label))
                .flatMap(label -> {
                    double ratio = ratio(label);
                    return ratio < least
                            ? java.util.stream.Stream.of(
                                    "%.2f %s %s"
                                            .formatted(
                                                    ratio, label.getText(), label.getStyleClass()))
                            : java.util.stream.Stream.empty();
                })
                .toList();
    }

    private static boolean onThePicture(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof Overlay) {
                return true;
            }
        }
        return false;
    }

    private static double ratio(Labeled label) {
        Color ground = ground(label);
        return Luminance.contrast(of(over(colour(label.getTextFill()), ground)), of(ground));
    }

    private static Color ground(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            Optional<Color> fill = fill(at);
            if (fill.isPresent()) {
                return fill.get();
            }
        }
        return Color.WHITE;
    }

    private static Optional<Color> fill(Node node) {
        if (!(node instanceof Region region) || region.getBackground() == null) {
            return Optional.empty();
        }
        return region.getBackground().getFills().stream()
                .map(fill -> colour(fill.getFill()))
                .filter(Color::isOpaque)
                .reduce((_, last) -> last);
    }

    private static Color colour(Paint paint) {
        return paint instanceof Color colour ? colour : Color.TRANSPARENT;
    }

    private static Color over(Color top, Color ground) {
        return ground.interpolate(
                Color.color(top.getRed(), top.getGreen(), top.getBlue()), top.getOpacity());
    }

    private static double of(Color colour) {
        return Luminance.of(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}

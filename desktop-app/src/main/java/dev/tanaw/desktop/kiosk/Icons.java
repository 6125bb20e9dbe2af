package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Instruction;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.WeakChangeListener;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// The pictograms, sized in the window's `em` so that they grow with the text.
final class Icons {
    private final ObservableDoubleValue em;

    Icons(ObservableDoubleValue em) {
        this.em = em;
    }

    /// So many `em` in pixels.
    double pixels(double size) {
        return em.get() * size;
    }

    FontIcon of(Ikon ikon, double size) {
        FontIcon icon = new FontIcon(ikon);
        ChangeListener<Number> sizing =
                (_, _, now) -> size(icon, (int) Math.round(now.doubleValue() * size));
        sizing.changed(em, 0, em.get());
        // The listener lives as long as the icon.
        icon.getProperties().put(Icons.class, sizing);
        em.addListener(new WeakChangeListener<>(sizing));
        return icon;
    }

    /// Inline, because the theme has a size of its own; the icon keeps its font there as well.
    private static void size(FontIcon icon, int pixels) {
        String font = icon.getStyle().replaceAll("-fx-icon-size:[^;]*;", "").strip();
        String separator = font.isEmpty() || font.endsWith(";") ? "" : ";";
        icon.setStyle(font + separator + "-fx-icon-size: " + pixels + "px;");
    }

    static Ikon of(Chip.Mark mark) {
        return switch (mark) {
            case GOOD -> Material2RoundAL.CHECK_CIRCLE;
            case ADJUST -> Material2RoundMZ.WARNING;
            case UNKNOWN -> Material2RoundMZ.REMOVE_CIRCLE_OUTLINE;
        };
    }

    static Ikon of(Band band) {
        return switch (band) {
            case GREEN -> Material2RoundAL.CHECK_CIRCLE;
            case AMBER -> Material2RoundMZ.VISIBILITY;
            case RED -> Material2RoundMZ.WARNING;
        };
    }

    static Ikon of(Instruction instruction) {
        return switch (instruction) {
            case FLIP, SHOW_BACK, OTHER_SIDE -> Material2RoundAL.FLIP_CAMERA_ANDROID;
            case WAIT_CAMERA -> Material2RoundAL.HOURGLASS_EMPTY;
            case DONE, TAKEN -> Material2RoundAL.CHECK_CIRCLE;
            case SHOW_FACE, FACE_CAMERA, LEVEL_HEAD, CLOSE_MOUTH -> Material2RoundAL.FACE;
            case OPEN_EYES -> Material2RoundMZ.VISIBILITY;
            // As in a mirror, which the picture of the person is.
            case TURN_LEFT -> Material2RoundAL.ARROW_BACK;
            case TURN_RIGHT -> Material2RoundAL.ARROW_FORWARD;
            case BLINK -> Material2RoundMZ.VISIBILITY_OFF;
            case ONE_FACE -> Material2RoundMZ.PERSON;
            case ASK_CONSENT, CHOOSE_DOCUMENT -> Material2RoundAL.HELP_OUTLINE;
            case SHOW_CORNERS, CENTRE -> Material2RoundAL.CROP_FREE;
            case STRAIGHTEN -> Material2RoundMZ.SCREEN_ROTATION;
            case TOO_CLOSE -> Material2RoundMZ.ZOOM_OUT;
            case TOO_FAR -> Material2RoundMZ.ZOOM_IN;
            case TOO_DARK -> Material2RoundAL.LIGHTBULB;
            case TOO_BRIGHT -> Material2RoundMZ.WB_SUNNY;
            case LESS_GLARE -> Material2RoundAL.FLARE;
            case HOLD_STILL, STEADY, DO_NOT_MOVE -> Material2RoundMZ.PAN_TOOL;
            case SHARPEN -> Material2RoundAL.CENTER_FOCUS_STRONG;
            case READING -> Material2RoundAL.DESCRIPTION;
            case CHECK -> Material2RoundAL.FACT_CHECK;
            case SHOW_DOCUMENT -> Material2RoundMZ.PAYMENT;
        };
    }
}

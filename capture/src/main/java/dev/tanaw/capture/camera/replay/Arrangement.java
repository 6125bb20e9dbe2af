package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Area;
import dev.tanaw.capture.camera.replay.ReplayStage.Manner;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.specimen.Specimen;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/// Documents as they are not meant to be shown: under a finger, two at once, on a telephone. Drawn,
/// like everything before the replay camera. The pictures belong to the caller.
public final class Arrangement {
    /// Of cards and passports alike (ISO/IEC 7810).
    private static final double CORNER_MM = 3.18;

    private static final double FINGER_MM = 17;
    private static final double FINGER_LONG_MM = 46;

    /// So far a fingertip reaches over the edge.
    private static final double FINGER_OVER_MM = 9;

    private static final double AROUND_MM = 30;
    private static final double GAP_MM = 5;

    private static final double PHONE_WIDE_MM = 160;
    private static final double PHONE_TALL_MM = 76;
    private static final double BEZEL_MM = 4;

    private Arrangement() {}

    /// Where a finger lies.
    public enum Finger {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM,
        /// The lower right one.
        CORNER
    }

    public static Prop fingered(Specimen specimen, Finger finger) {
        double width = specimen.widthMm();
        double height = specimen.heightMm();
        Sheet sheet = new Sheet(width + 2 * AROUND_MM, height + 2 * AROUND_MM);
        sheet.pen().translate(AROUND_MM, AROUND_MM);
        card(sheet.pen(), specimen, 0, 0);
        finger(sheet.pen(), finger, width, height);
        return new Prop(
                sheet.picture(),
                width + 2 * AROUND_MM,
                Manner.CUTOUT,
                width,
                List.of(new Area(-width / 2, -height / 2, width, height)));
    }

    private static void finger(Graphics2D pen, Finger finger, double width, double height) {
        AffineTransform before = pen.getTransform();
        switch (finger) {
            case RIGHT -> pen.translate(width, 0.55 * height);
            case LEFT -> {
                pen.translate(0, 0.5 * height);
                pen.rotate(Math.PI);
            }
            case TOP -> {
                pen.translate(0.4 * width, 0);
                pen.rotate(-Math.PI / 2);
            }
            case BOTTOM -> {
                pen.translate(0.6 * width, height);
                pen.rotate(Math.PI / 2);
            }
            case CORNER -> {
                pen.translate(width, height);
                pen.rotate(0.7);
            }
        }
        pen.rotate(0.12);
        Shape skin =
                new RoundRectangle2D.Double(
                        -FINGER_OVER_MM,
                        -FINGER_MM / 2,
                        FINGER_LONG_MM,
                        FINGER_MM,
                        FINGER_MM,
                        FINGER_MM);
        pen.setPaint(
                new GradientPaint(
                        0,
                        (float) (-FINGER_MM / 2),
                        new Color(226, 178, 148),
                        0,
                        (float) (FINGER_MM / 2),
                        new Color(158, 106, 82)));
        pen.fill(skin);
        pen.setColor(new Color(236, 200, 182));
        pen.fill(new RoundRectangle2D.Double(-FINGER_OVER_MM + 1.2, -5, 10, 10, 7, 8));
        pen.setTransform(before);
    }

    /// Side by side, straight, both in view.
    public static Prop beside(Specimen left, Specimen right) {
        double width = left.widthMm() + GAP_MM + right.widthMm();
        double height = Math.max(left.heightMm(), right.heightMm());
        Sheet sheet = new Sheet(width, height);
        card(sheet.pen(), left, 0, (height - left.heightMm()) / 2);
        card(sheet.pen(), right, left.widthMm() + GAP_MM, (height - right.heightMm()) / 2);
        return new Prop(
                sheet.picture(),
                width,
                Manner.CUTOUT,
                Math.max(left.widthMm(), right.widthMm()),
                List.of(
                        area(left, -width / 2, -left.heightMm() / 2),
                        area(right, -width / 2 + left.widthMm() + GAP_MM, -right.heightMm() / 2)));
    }

    /// One before the other and shifted, so that two edges of the hinder one are seen.
    public static Prop fanned(Specimen front, Specimen behind) {
        double right = 13;
        double up = 9;
        double width = Math.max(front.widthMm(), behind.widthMm() + right);
        double height = Math.max(front.heightMm(), behind.heightMm()) + up;
        Sheet sheet = new Sheet(width, height);
        card(sheet.pen(), behind, right, 0);
        card(sheet.pen(), front, 0, up);
        return new Prop(
                sheet.picture(),
                width,
                Manner.CUTOUT,
                front.widthMm(),
                List.of(area(front, -width / 2, up - height / 2)));
    }

    /// A telephone that shows a photograph of the document, with a reflection on the glass and the
    /// bands that a screen's raster and a camera's make together.
    public static Prop onPhone(Specimen specimen) {
        Sheet sheet = new Sheet(PHONE_WIDE_MM, PHONE_TALL_MM);
        Graphics2D pen = sheet.pen();
        Shape body = new RoundRectangle2D.Double(0, 0, PHONE_WIDE_MM, PHONE_TALL_MM, 18, 18);
        pen.setColor(new Color(14, 14, 16));
        pen.fill(body);
        double tall = PHONE_TALL_MM - 2 * BEZEL_MM;
        double wide = tall * specimen.widthMm() / specimen.heightMm();
        double left = (PHONE_WIDE_MM - wide) / 2;
        image(pen, specimen, left, BEZEL_MM, wide, tall);
        Shape whole = pen.getClip();
        pen.clip(new Rectangle2D.Double(left, BEZEL_MM, wide, tall));
        for (double x = 0; x < wide + tall; x += 3.1) {
            pen.setColor(new Color(x % 6.2 < 3.1 ? 255 : 0, 90, 160, 14));
            pen.fill(new Ellipse2D.Double(left - tall + x, -tall, 1.5, 4 * tall));
        }
        pen.setClip(whole);
        pen.setPaint(
                new GradientPaint(
                        30, 0, new Color(255, 255, 255, 70), 70, 40, new Color(255, 255, 255, 0)));
        pen.fill(body);
        return new Prop(
                sheet.picture(),
                PHONE_WIDE_MM,
                Manner.CUTOUT,
                wide,
                List.of(new Area(-wide / 2, -tall / 2, wide, tall)));
    }

    private static Area area(Specimen specimen, double left, double top) {
        return new Area(left, top, specimen.widthMm(), specimen.heightMm());
    }

    private static void card(Graphics2D pen, Specimen specimen, double x, double y) {
        double round = 2 * CORNER_MM;
        Shape outline =
                new RoundRectangle2D.Double(
                        x, y, specimen.widthMm(), specimen.heightMm(), round, round);
        // A clip has no soft edge; what is filled has.
        pen.setPaint(
                new TexturePaint(
                        specimen.picture(),
                        new Rectangle2D.Double(x, y, specimen.widthMm(), specimen.heightMm())));
        pen.fill(outline);
    }

    private static void image(
            Graphics2D pen, Specimen specimen, double x, double y, double wide, double tall) {
        pen.drawImage(
                specimen.picture(),
                new AffineTransform(
                        wide / specimen.picture().getWidth(),
                        0,
                        0,
                        tall / specimen.picture().getHeight(),
                        x,
                        y),
                null);
    }
}

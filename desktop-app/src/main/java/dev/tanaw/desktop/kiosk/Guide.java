package dev.tanaw.desktop.kiosk;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/// Four corner marks of a card in the middle of the picture, where to lay the document; or an oval,
/// where to have one's face.
final class Guide extends Region {
    /// ISO/IEC 7810 ID-1: 85.60 by 53.98 mm.
    private static final double CARD = 85.60 / 53.98;

    /// Between the least that the size gate accepts and what leaves a margin on every side.
    private static final double SHARE_OF_HEIGHT = 0.72;

    /// A head at the distance at which people stand before a screen.
    static final double OVAL_OF_HEIGHT = 0.74;

    static final double OVAL = 0.76;
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final Path path = new Path();
    private final Ellipse oval = new Ellipse();

    Guide() {
        path.getStyleClass().add("guide");
        path.setManaged(false);
        oval.getStyleClass().add("guide");
        oval.setManaged(false);
        oval.setVisible(false);
        getChildren().addAll(path, oval);
    }

    void face(boolean seen) {
        path.setVisible(!seen);
        oval.setVisible(seen);
    }

    /// @param good whether the picture is about to be taken
    void good(boolean good) {
        oval.pseudoClassStateChanged(GOOD, good);
    }

    @Override
    protected void layoutChildren() {
        oval.setCenterX(getWidth() / 2);
        oval.setCenterY(getHeight() / 2);
        oval.setRadiusY(getHeight() * OVAL_OF_HEIGHT / 2);
        oval.setRadiusX(oval.getRadiusY() * OVAL);
        double height = getHeight() * SHARE_OF_HEIGHT;
        double width = Math.min(height * CARD, getWidth() * 0.9);
        double left = (getWidth() - width) / 2;
        double top = (getHeight() - height) / 2;
        double arm = height / 7;
        List<PathElement> marks = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            double x = corner % 2 == 0 ? left : left + width;
            double y = corner < 2 ? top : top + height;
            marks.add(new MoveTo(x + (corner % 2 == 0 ? arm : -arm), y));
            marks.add(new LineTo(x, y));
            marks.add(new LineTo(x, y + (corner < 2 ? arm : -arm)));
        }
        path.getElements().setAll(marks);
    }
}

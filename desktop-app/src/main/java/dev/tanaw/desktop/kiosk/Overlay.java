package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Field.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;

/// Everything that lies on the picture: outline or guide, ring, flash, short notices.
final class Overlay extends StackPane {
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private static final PseudoClass CARD = PseudoClass.getPseudoClass("card");
    private static final PseudoClass EYES = PseudoClass.getPseudoClass("eyes");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final Pane drawing = new Pane();
    private final Pane onDocument = new Pane();
    private final Polygon outline = new Polygon();
    private final Guide guide = new Guide();
    private final CountdownRing ring = new CountdownRing();
    private final Shutter shutter = new Shutter();
    private final Label lapse = new Label();
    private final Label still = new Label();
    private List<Place> places = List.of();
    private boolean face;

    /// A picture that is taken needs no guide.
    private boolean taken;

    private String waiting = "";
    private String stalled = "";

    private List<Mark> marks = List.of();
    private List<Polygon> marked = List.of();

    /// A value's place on the picture, as shares of it.
    ///
    /// @param eyes whether somebody has to look at it
    /// @param pointed whether somebody does
    record Mark(List<Place> corners, boolean eyes, boolean pointed) {}

    Overlay() {
        setMouseTransparent(true);
        outline.getStyleClass().add("outline");
        guide.setManaged(false);
        drawing.getChildren().addAll(guide, outline);
        onDocument.setId("places");
        lapse.getStyleClass().add("lapse");
        lapse.setVisible(false);
        still.getStyleClass().add("still");
        still.setVisible(false);
        StackPane.setAlignment(lapse, Pos.TOP_CENTER);
        getChildren().addAll(drawing, onDocument, ring, shutter, still, lapse);
    }

    void look(Texts texts, boolean nothingMoves) {
        ring.still(nothingMoves);
        shutter.still(nothingMoves);
        waiting = texts.text("camera.waiting");
        stalled = texts.text("camera.stalled");
    }

    /// @param good whether the picture is about to be taken
    void outline(List<Place> corners, boolean good) {
        outline.pseudoClassStateChanged(GOOD, good);
        guide.good(good);
        if (!corners.equals(places)) {
            places = corners;
            place();
        }
    }

    void marks(List<Mark> next) {
        marks = List.copyOf(next);
        marked = marks.stream().map(this::polygon).toList();
        onDocument.getChildren().setAll(marked);
    }

    private Polygon polygon(Mark mark) {
        Polygon polygon = new Polygon();
        polygon.getStyleClass().add("place");
        polygon.pseudoClassStateChanged(EYES, mark.eyes());
        polygon.pseudoClassStateChanged(POINTED, mark.pointed());
        polygon.getPoints().setAll(points(mark.corners()));
        return polygon;
    }

    private List<Double> points(List<Place> corners) {
        return corners.stream()
                .flatMap(place -> List.of(place.x() * getWidth(), place.y() * getHeight()).stream())
                .toList();
    }

    /// The document alone, seen from straight above: nothing lies on it but the places.
    void card(List<Place> corners) {
        outline.pseudoClassStateChanged(CARD, true);
        outline(corners, true);
    }

    void noCard() {
        outline.pseudoClassStateChanged(CARD, false);
        marks(List.of());
    }

    /// A face has an oval to be in; a box about it would say nothing more.
    void face(boolean seen) {
        if (face != seen) {
            face = seen;
            guide.face(seen);
            ring.face(seen);
            place();
        }
    }

    List<Place> places() {
        return places;
    }

    void countdown(Duration lasts) {
        aiming();
        ring.start(lasts);
    }

    private void aiming() {
        taken = false;
        place();
    }

    void noCountdown() {
        aiming();
        ring.stop();
    }

    void shutter() {
        ring.stop();
        taken = true;
        place();
        shutter.fire();
    }

    void lapse(Optional<String> text) {
        lapse.setVisible(text.isPresent());
        text.ifPresent(lapse::setText);
    }

    void stalled(boolean late, boolean never) {
        still.setVisible(late);
        // Where the document was is not where it is.
        outline.setOpacity(late ? 0 : 1);
        still.setText(never ? waiting : stalled);
    }

    /// Nothing of the session remains.
    void clear() {
        outline(List.of(), false);
        taken = false;
        lapse(Optional.empty());
        ring.stop();
        shutter.stop();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        guide.resizeRelocate(0, 0, getWidth(), getHeight());
        place();
        for (int i = 0; i < marks.size(); i++) {
            marked.get(i).getPoints().setAll(points(marks.get(i).corners()));
        }
    }

    private void place() {
        outline.getPoints().setAll(points(places));
        outline.setVisible(!face && !places.isEmpty());
        guide.setVisible(!taken && (face || places.isEmpty()));
    }
}

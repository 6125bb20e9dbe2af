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

    private final Pane drawing = new Pane();
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

    Overlay() {
        setMouseTransparent(true);
        outline.getStyleClass().add("outline");
        guide.setManaged(false);
        drawing.getChildren().addAll(guide, outline);
        lapse.getStyleClass().add("lapse");
        lapse.setVisible(false);
        still.getStyleClass().add("still");
        still.setVisible(false);
        StackPane.setAlignment(lapse, Pos.TOP_CENTER);
        getChildren().addAll(drawing, ring, shutter, still, lapse);
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
    }

    private void place() {
        outline.getPoints()
                .setAll(
                        places.stream()
                                .flatMap(place ->
                                        List.of(place.x() * getWidth(), place.y() * getHeight())
                                                .stream())
                                .toList());
        outline.setVisible(!face && !places.isEmpty());
        guide.setVisible(!taken && (face || places.isEmpty()));
    }
}

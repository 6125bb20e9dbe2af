package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.session.KeptPicture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.jspecify.annotations.Nullable;

/// The camera's picture, whole, mirrored when it is of the person and never of a document, with
/// what is drawn on top of it. A frame that is older than [#STALE] is never shown as live.
final class Preview extends Pane {
    static final Duration STALE = Duration.ofMillis(500);
    private static final PseudoClass STALLED = PseudoClass.getPseudoClass("stalled");
    private static final double USUAL_SHAPE = 16.0 / 9;

    /// What becomes of the newest frame.
    enum Mode {
        /// It is drawn.
        LIVE,
        /// What was drawn last stays, as the picture that was taken.
        HELD,
        /// Nothing of any person remains.
        OFF
    }

    private final Latest latest;
    private final ImageView picture = new ImageView();
    private final Region veil = new Region();
    private final Overlay overlay;
    private final Pane corners = new Pane();
    private Mode mode = Mode.OFF;
    private double shape = USUAL_SHAPE;
    private long newest = Long.MIN_VALUE;
    private boolean stalled;
    private boolean face;
    private @Nullable FrameImage image;

    /// The frame that was drawn last, whole, to enlarge a place of it while it is [Mode#HELD].
    private @Nullable Frame drawn;

    /// The picture that was kept of what is [Mode#HELD], once there is one.
    private Optional<CardMorph> card = Optional.empty();

    private boolean cardDrawn;
    private List<Findings.Row> rows = List.of();
    private Optional<Findings.Row> pointed = Optional.empty();

    Preview(Latest latest, Overlay overlay) {
        this.latest = latest;
        this.overlay = overlay;
        getStyleClass().add("preview");
        veil.getStyleClass().add("veil");
        veil.setVisible(false);
        corners.setMouseTransparent(true);
        for (Node node : new Node[] {picture, veil, overlay, corners}) {
            node.setManaged(false);
        }
        getChildren().addAll(picture, veil, overlay, corners);
        setMinSize(0, 0);
    }

    Overlay overlay() {
        return overlay;
    }

    boolean stalled() {
        return stalled;
    }

    /// Whether it is the person who is seen.
    void face(boolean seen) {
        face = seen;
        overlay.face(seen);
    }

    void mode(Mode next) {
        if (next == Mode.OFF && mode != Mode.OFF) {
            forget();
        }
        if (next != Mode.HELD && mode == Mode.HELD) {
            letGo();
        }
        mode = next;
    }

    /// Takes over the picture. The one that it was drawn from is no longer needed.
    ///
    /// @param still whether nothing moves on the screen
    void kept(KeptPicture picture, boolean still) {
        if (mode == Mode.OFF) {
            picture.close();
            return;
        }
        letGo();
        card = Optional.of(new CardMorph(picture, System.nanoTime(), still));
    }

    /// Marks the places of these values on the document.
    void rows(List<Findings.Row> next) {
        if (!next.equals(rows)) {
            rows = List.copyOf(next);
            mark();
        }
    }

    /// Which value is being looked at.
    void point(Optional<Findings.Row> row) {
        if (!row.equals(pointed)) {
            pointed = row;
            mark();
        }
    }

    private void mark() {
        overlay.marks(
                card.filter(_ -> cardDrawn).stream()
                        .flatMap(drawnCard ->
                                rows.stream()
                                        .map(row ->
                                                new Overlay.Mark(
                                                        drawnCard.place(row),
                                                        row.needsEyes(),
                                                        pointed.equals(Optional.of(row)))))
                        .filter(mark -> !mark.corners().isEmpty())
                        .toList());
    }

    private void letGo() {
        card.ifPresent(CardMorph::close);
        card = Optional.empty();
        cardDrawn = false;
        rows = List.of();
        pointed = Optional.empty();
        overlay.noCard();
    }

    /// Once per pulse. Frames that are not shown are given back all the same.
    ///
    /// @return when the frame that was drawn had been taken, or [PulseListener#NO_FRAME]
    long pulse(long now) {
        long shown = PulseListener.NO_FRAME;
        Optional<Frame> taken = latest.poll();
        if (taken.isPresent()) {
            try (Frame frame = taken.get()) {
                newest = frame.takenNanos();
                if (mode == Mode.LIVE && now - newest <= STALE.toNanos()) {
                    draw(frame);
                    shown = newest;
                }
            }
        }
        if (mode == Mode.HELD && !cardDrawn) {
            card.ifPresent(kept -> draw(kept, now));
        }
        boolean late = newest == Long.MIN_VALUE || now - newest > STALE.toNanos();
        stalled = mode == Mode.LIVE && late;
        veil.setVisible(stalled);
        overlay.stalled(stalled, newest == Long.MIN_VALUE);
        pseudoClassStateChanged(STALLED, stalled);
        return shown;
    }

    private void draw(Frame frame) {
        canvas(frame)
                .ifPresent(target -> {
                    target.draw(frame, face);
                    if (drawn != null) {
                        drawn.close();
                    }
                    drawn = frame.share();
                });
    }

    private void draw(CardMorph kept, long now) {
        Frame frame = kept.kept().frame();
        canvas(frame)
                .ifPresent(target -> {
                    List<Place> corners = kept.corners(now);
                    if (corners.isEmpty()) {
                        target.draw(frame, face);
                    } else {
                        target.draw(kept.kept(), corners, kept.light(now));
                        overlay.card(corners);
                    }
                    cardDrawn = kept.isOver(now);
                    if (cardDrawn) {
                        mark();
                    }
                });
    }

    /// What a frame is drawn on; empty while there is no room.
    private Optional<FrameImage> canvas(Frame frame) {
        double seen = (double) frame.width() / frame.height();
        if (seen != shape) {
            shape = seen;
            requestLayout();
        }
        Rectangle2D area = area();
        double scale = density();
        int width = (int) Math.round(area.getWidth() * scale);
        int height = (int) Math.round(area.getHeight() * scale);
        if (width < 2 || height < 2) {
            return Optional.empty();
        }
        FrameImage target = image;
        if (target == null || !target.fits(width, height)) {
            letGoOfImage();
            target = new FrameImage(width, height);
            image = target;
            picture.setImage(target.image());
        }
        return Optional.of(target);
    }

    /// The place of a value on the picture that was taken, as the camera saw it; empty when the
    /// value has no place or the picture is gone.
    Optional<Image> enlarged(Field field) {
        if (drawn == null || mode != Mode.HELD) {
            return Optional.empty();
        }
        Frame frame = drawn;
        return card.map(kept -> kept.enlarged(field))
                .orElseGet(() -> Enlargement.of(frame, overlay.places(), field));
    }

    /// Device pixels for one of JavaFX.
    private double density() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private void forget() {
        letGo();
        letGoOfImage();
    }

    private void letGoOfImage() {
        picture.setImage(null);
        if (drawn != null) {
            drawn.close();
            drawn = null;
        }
        if (image != null) {
            image.close();
            image = null;
        }
    }

    /// Where the picture lies in this node.
    Rectangle2D area() {
        double width = Math.min(getWidth(), getHeight() * shape);
        double height = width / shape;
        return new Rectangle2D(
                Math.rint((getWidth() - width) / 2), 0, Math.rint(width), Math.rint(height));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 ? 0 : width / shape;
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D area = area();
        picture.setFitWidth(area.getWidth());
        picture.setFitHeight(area.getHeight());
        picture.relocate(area.getMinX(), area.getMinY());
        for (Region layer : new Region[] {veil, overlay, corners}) {
            layer.resizeRelocate(area.getMinX(), area.getMinY(), area.getWidth(), area.getHeight());
        }
        Rectangle whole = new Rectangle(area.getWidth(), area.getHeight());
        Rectangle round = new Rectangle(area.getWidth(), area.getHeight());
        double arc = Math.min(area.getWidth(), area.getHeight()) / 20;
        round.setArcWidth(arc);
        round.setArcHeight(arc);
        // Painted over instead of clipped: a clip makes the software renderer draw twice.
        Shape cut = Shape.subtract(whole, round);
        cut.getStyleClass().add("corner-cut");
        corners.getChildren().setAll(cut);
    }
}

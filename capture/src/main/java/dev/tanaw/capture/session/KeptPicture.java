package dev.tanaw.capture.session;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Side;
import java.util.List;

/// The picture that was chosen of a burst and is kept, for the screen of the person whom it shows.
///
/// @param frame one share of it, closed with this
/// @param outline the document's corners as shares of the frame, in the order in which one reads
///   it; empty of a face
public record KeptPicture(Side side, Frame frame, List<Place> outline) implements AutoCloseable {
    public KeptPicture {
        outline = List.copyOf(outline);
    }

    /// One more, for one more owner.
    public KeptPicture share() {
        return new KeptPicture(side, frame.share(), outline);
    }

    @Override
    public void close() {
        frame.close();
    }
}

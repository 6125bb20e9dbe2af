package dev.tanaw.capture.read;

import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.locate.Quad;

/// A share of a frame that shows a document, with its outline there.
public record Exposure(Frame frame, Quad outline) implements AutoCloseable {
    Shot shot() {
        return new Shot(frame.pixels(), outline);
    }

    @Override
    public void close() {
        frame.close();
    }
}

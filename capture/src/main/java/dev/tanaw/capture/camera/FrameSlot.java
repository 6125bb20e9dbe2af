package dev.tanaw.capture.camera;

/// Where a camera puts its frames.
public interface FrameSlot {
    /// Takes over the caller's share. Called on the camera's thread; must not block.
    void put(Frame newest);
}

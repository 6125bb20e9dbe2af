package dev.tanaw.capture.camera;

import dev.tanaw.capture.event.Side;

/// Several cameras before the same slots: frames of the camera that takes the wanted side pass,
/// those of the others are given back at once. Any thread.
///
/// A frame that was on its way when the turret was turned may still arrive behind it: whoever
/// judges frames asks [Frame#role].
public final class Turret {
    private volatile Side wanted = Side.FRONT;

    /// From the next frame on.
    public void turn(Side side) {
        wanted = side;
    }

    public Side wanted() {
        return wanted;
    }

    public FrameSlot before(FrameSlot slot) {
        return frame -> {
            if (frame.role().takes(wanted)) {
                slot.put(frame);
            } else {
                frame.close();
            }
        };
    }
}

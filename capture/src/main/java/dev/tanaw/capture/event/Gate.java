package dev.tanaw.capture.event;

/// What a frame must pass before it may be kept. The unit belongs to the value on the wire.
public enum Gate {
    /// Detector confidence.
    DOCUMENT("share"),
    /// Least distance of a corner from the frame's edge.
    MARGIN("share"),
    /// Document width as a share of the frame's.
    SIZE("share"),
    /// What the frame offers on the document.
    RESOLUTION("dpi"),
    /// Angle between the document and the camera's plane.
    TILT("degrees"),
    /// Intersection over union with the frame before.
    STABILITY("iou"),
    /// Normalised sharpness of the rectified document.
    FOCUS("ratio"),
    /// Mean luma.
    LIGHT("share"),
    /// Spread of luma.
    CONTRAST("share"),
    /// Clipped area.
    GLARE("share"),
    /// Likeness to the side that was taken already.
    OTHER_SIDE("correlation");

    private final String unit;

    Gate(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }
}

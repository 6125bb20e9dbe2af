package dev.tanaw.capture.event;

/// What a frame must pass before it may be kept. The unit belongs to the value on the wire.
public enum Gate {
    /// Detector confidence.
    DOCUMENT("share"),
    /// Least distance of a corner from the frame's edge.
    MARGIN("share"),
    /// How clear the outline is beside the corner where it is least so, as a share of its sides:
    /// low where something covers a corner, or where two documents make one outline.
    CORNERS("ratio"),
    /// Document width as a share of the frame's.
    SIZE("share"),
    /// What the frame offers on the document.
    RESOLUTION("dpi"),
    /// Angle between the document and the camera's plane.
    TILT("degrees"),
    /// Intersection over union with the frame before.
    STABILITY("iou"),
    /// Normalised sharpness of the rectified document, or of the upright face.
    FOCUS("ratio"),
    /// Mean luma of the document, or of the face.
    LIGHT("share"),
    /// Spread of luma.
    CONTRAST("share"),
    /// Clipped area.
    GLARE("share"),
    /// Likeness to the side that was taken already.
    OTHER_SIDE("correlation"),
    /// Detector confidence that this is a face.
    FACE("share"),
    /// Area of the second face as a share of the first's.
    ONE_FACE("share"),
    /// Distance of the face from the middle, the greater of both axes.
    CENTRE("share"),
    /// Between the middles of the eyes, as it were without the turn of the head.
    EYE_DISTANCE("px"),
    /// From the eyes to the chin as a share of the frame's height.
    HEAD_SIZE("share"),
    /// The head turned aside.
    YAW("degrees"),
    /// The head raised or lowered.
    PITCH("degrees"),
    /// The head leaning.
    ROLL("degrees"),
    /// Opening of the less open eye, in lengths from the eyes to the chin.
    EYES_OPEN("ratio"),
    /// Opening of the mouth, in lengths from the eyes to the chin.
    MOUTH_CLOSED("ratio"),
    /// Entropy of the face's luminance.
    DYNAMIC_RANGE("bits"),
    /// What the luminances of the left and the right half of the face have in common.
    EVENNESS("share");

    private final String unit;

    Gate(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }
}

package dev.tanaw.capture.event;

/// Why a lock or a countdown was given up.
public enum CancelReason {
    MOTION_DETECTED,
    FOCUS_LOST,
    GLARE_HIGH,
    CORNERS_MISSING,
    FILL_RATIO_LOW,
    STABILITY_LOST,
    QUALITY_DEGRADED,
    DOCUMENT_LOST,
    FACE_LOST,
    /// The camera was pulled, or failed.
    CAMERA_LOST,
    /// The camera is there but its newest picture is old.
    CAMERA_STALLED
}

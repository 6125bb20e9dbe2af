// What the page knows of the wire: the types of events and the words they use. A test compares the
// types with contract/events, and the words with contract/asyncapi.yaml.

// Never dropped, never merged.
export const LASTING = Object.freeze([
  "session_started", "state_change", "quality_gate_passed", "quality_gate_failed",
  "capture_start", "capture_complete", "extraction_start", "extraction_field",
  "extraction_complete", "consent", "document_chosen", "field_edited", "override", "movement",
  "face_compared", "presence", "values_shown", "supervisor_action",
  "warning", "problem", "session_ended",
  "station_status", "camera_lost", "camera_found", "station_trouble",
  "session_interrupted",
  "station_stale", "station_back",
]);

// Of these the newest is enough.
export const PASSING = Object.freeze([
  "quality_update", "capture_progress", "extraction_progress", "station_beat",
]);

// What the stream says about itself.
export const CONTROL = Object.freeze([
  "stream_open", "snapshot", "stream_gap", "stream_reset", "stream_beat", "stream_bye",
]);

export const TYPES = Object.freeze([...LASTING, ...PASSING]);

const passing = new Set(PASSING);

// A type that this page has never heard of counts as lasting, as it does for the server.
export const isLasting = (type) => !passing.has(type);

export const WORDS = Object.freeze({
  side: ["front", "back", "face"],
  step: [
    "ready", "consent", "document_choice", "searching", "back_searching", "locked", "countdown",
    "captured", "confirm", "flip_to_back", "summary", "complete",
  ],
  instruction: [
    "flip", "wait_camera", "done", "ask_consent", "choose_document", "one_face", "show_corners", "straighten", "too_close", "too_far", "centre",
    "too_dark", "too_bright", "less_glare", "face_camera", "level_head", "open_eyes", "close_mouth", "hold_still", "sharpen", "other_side",
    "turn_left", "turn_right", "blink", "reading", "taken",
    "check", "steady", "do_not_move", "show_back", "show_face", "show_document",
  ],
  gate: [
    "document", "margin", "corners", "size", "resolution", "tilt", "stability", "focus", "light", "contrast",
    "glare", "other_side", "face", "one_face", "centre", "eye_distance", "head_size", "yaw", "pitch",
    "roll", "eyes_open", "mouth_closed", "dynamic_range", "evenness",
  ],
  unit: ["share", "dpi", "degrees", "iou", "ratio", "correlation", "px", "bits"],
  reason: [
    "motion_detected", "focus_lost", "glare_high", "corners_missing", "fill_ratio_low",
    "stability_lost", "quality_degraded", "document_lost", "face_lost", "camera_lost", "camera_stalled",
  ],
  band: ["green", "amber", "red"],
  source: ["mrz", "barcode", "signed_qr", "printed", "typed"],
  action: [
    "claim", "release", "message", "retake_front", "retake_back", "retake_face", "approve", "decline",
  ],
  acted: [
    "done", "session_over", "not_now", "claimed", "not_claimed", "reason_needed", "not_asked",
  ],
  outcome: ["complete", "cancelled", "timed_out", "abandoned", "failed", "referred"],
});

// Gates whose value must stay below the limit; the others must reach it. Size, light and yaw are bounded
// on both sides and name the nearer limit, so that only the verdict tells which side it is.
export const AT_MOST = new Set([
  "tilt", "glare", "other_side", "one_face", "centre", "head_size", "pitch", "roll",
  "mouth_closed",
]);
export const BOTH_SIDES = new Set(["size", "light", "yaw"]);

// Steps in which frames are being judged for a picture.
export const AIMING = new Set(["searching", "back_searching", "locked", "countdown"]);

// Longest silence on a healthy link that a page can see, unless the stream names another.
export const BEAT_MS = 60_000;

// Between two beats come comments, which EventSource keeps to itself.
const COMMENTS_PER_BEAT = 4;

export function beatOf(opening) {
  if (opening.beat_ms > 0) {
    return opening.beat_ms;
  }
  return opening.heartbeat_ms > 0 ? opening.heartbeat_ms * COMMENTS_PER_BEAT : BEAT_MS;
}

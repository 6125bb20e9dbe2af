package dev.tanaw.capture.event;

import java.util.Arrays;
import java.util.Optional;

/// Everything that can go wrong and that a person is told about. The code is what stands on the
/// wire, on the screen beside the sentence, and in the manual; the sentences follow from it.
public enum Trouble {
    CAMERA_UNPLUGGED("CAM-01"),
    CAMERA_ADDRESS("CAM-02"),
    CAMERA_NO_PICTURES("CAM-03"),
    CAMERA_UNKNOWN("CAM-04"),
    CAMERA_BUSY("CAM-05"),
    CAMERA_DENIED("CAM-06"),
    CAMERA_STALLED("CAM-07"),
    CAMERA_BAD_PICTURE("CAM-08"),
    CAMERA_NOT_FOUND("CAM-09"),
    ROOM_DARK("ROOM-01"),
    ROOM_BRIGHT("ROOM-02"),
    DOCUMENT_MISSING("DOC-01"),
    DOCUMENT_UNSUPPORTED("DOC-02"),
    CHECK_DIGIT("DOC-03"),
    EXPIRED("DOC-04"),
    SIDES_DIFFER("DOC-05"),
    BACK_FIRST("DOC-06"),
    FACE_MISSING("FACE-01"),
    FACE_SKIPPED("FACE-02"),
    MOVEMENT_NOT_SEEN("FACE-03"),
    SHOT_BY_HAND("SHOT-01"),
    SHOT_MISSING("SHOT-02"),
    MANY_RETAKES("SHOT-03"),
    READING_LATE("READ-01"),
    READING_FAILED("READ-02"),
    MODEL_DAMAGED("READ-03"),
    HELP_WANTED("HELP-01"),
    APPROVAL_WANTED("HELP-02"),
    DISK_LOW("DISK-01"),
    DATA_FOLDER("DATA-01"),
    HISTORY_LOST("LOG-01"),
    PORT_IN_USE("STREAM-01");

    private final String code;

    Trouble(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// Whether a document with it is not accepted until somebody takes it upon themselves.
    public boolean blocks() {
        return switch (this) {
            case DOCUMENT_UNSUPPORTED, CHECK_DIGIT, EXPIRED, SIDES_DIFFER, MOVEMENT_NOT_SEEN ->
                    true;
            case CAMERA_UNPLUGGED,
                    CAMERA_ADDRESS,
                    CAMERA_NO_PICTURES,
                    CAMERA_UNKNOWN,
                    CAMERA_BUSY,
                    CAMERA_DENIED,
                    CAMERA_STALLED,
                    CAMERA_BAD_PICTURE,
                    CAMERA_NOT_FOUND,
                    ROOM_DARK,
                    ROOM_BRIGHT,
                    DOCUMENT_MISSING,
                    BACK_FIRST,
                    FACE_MISSING,
                    FACE_SKIPPED,
                    SHOT_BY_HAND,
                    SHOT_MISSING,
                    MANY_RETAKES,
                    READING_LATE,
                    READING_FAILED,
                    MODEL_DAMAGED,
                    HELP_WANTED,
                    APPROVAL_WANTED,
                    DISK_LOW,
                    DATA_FOLDER,
                    HISTORY_LOST,
                    PORT_IN_USE ->
                    false;
        };
    }

    /// For a camera's fault as [dev.tanaw.capture.camera.CameraException.Fault] names it.
    public static Trouble ofCamera(String fault) {
        return switch (fault) {
            case "NOT_FOUND" -> CAMERA_NOT_FOUND;
            case "BUSY" -> CAMERA_BUSY;
            case "DENIED" -> CAMERA_DENIED;
            case "STALLED" -> CAMERA_STALLED;
            case "BAD_PICTURE" -> CAMERA_BAD_PICTURE;
            default -> CAMERA_UNPLUGGED;
        };
    }

    public static Optional<Trouble> of(String code) {
        return Arrays.stream(values()).filter(known -> known.code.equals(code)).findFirst();
    }
}

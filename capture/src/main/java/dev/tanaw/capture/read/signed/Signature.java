package dev.tanaw.capture.read.signed;

/// What is known of a signature.
public enum Signature {
    VERIFIED,
    FAILED,
    /// No key for it was given.
    NOT_CHECKED;

    /// As on the wire.
    String check() {
        return switch (this) {
            case VERIFIED -> "signature:pass";
            case FAILED -> "signature:fail";
            case NOT_CHECKED -> "signature:not_checked";
        };
    }
}

package dev.tanaw.capture.read.mrz;

/// The trained file that a reader needs is missing or not the right one.
public final class ModelDamaged extends Exception {
    private static final long serialVersionUID = 1;

    ModelDamaged(String message) {
        super(message);
    }

    ModelDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}

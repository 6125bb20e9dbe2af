package dev.tanaw.capture.read.mrz;

/// Something that the reader needs is missing from the program or damaged.
public final class ReaderDamaged extends Exception {
    private static final long serialVersionUID = 1;

    ReaderDamaged(String message) {
        super(message);
    }

    ReaderDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}

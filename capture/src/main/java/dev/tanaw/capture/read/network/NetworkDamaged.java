package dev.tanaw.capture.read.network;

/// A network that a reader needs is missing from the program or is not the one that was shipped.
public final class NetworkDamaged extends Exception {
    private static final long serialVersionUID = 1;

    NetworkDamaged(String message) {
        super(message);
    }

    NetworkDamaged(String message, Throwable cause) {
        super(message, cause);
    }
}

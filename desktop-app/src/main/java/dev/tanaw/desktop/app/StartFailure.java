package dev.tanaw.desktop.app;

/// The station cannot start. The message is for people: what happened, and what to do next.
final class StartFailure extends Exception {
    private static final long serialVersionUID = 1;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

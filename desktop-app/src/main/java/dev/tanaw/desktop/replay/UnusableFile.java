package dev.tanaw.desktop.replay;

/// A file that cannot be played. The message is for people: which one, where in it, and what.
public final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1;

    public UnusableFile(String message) {
        super(message);
    }

    public UnusableFile(String message, Throwable cause) {
        super(message, cause);
    }
}

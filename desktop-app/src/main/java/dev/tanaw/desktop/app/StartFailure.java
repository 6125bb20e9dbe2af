package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.Trouble;
import java.util.Optional;

/// The station cannot start. The message is for people: what happened, and what to do next.
final class StartFailure extends Exception {
    private static final long serialVersionUID = 2;

    private final transient Optional<Trouble> trouble;

    StartFailure(String message) {
        super(message);
        this.trouble = Optional.empty();
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
        this.trouble = Optional.empty();
    }

    /// @param trouble as the window says it
    StartFailure(Trouble trouble, String message) {
        super(message);
        this.trouble = Optional.of(trouble);
    }

    StartFailure(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = Optional.of(trouble);
    }

    Optional<Trouble> trouble() {
        return trouble;
    }
}

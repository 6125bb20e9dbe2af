package dev.tanaw.stream.access;

/// What the bearer of a token is.
public enum Role {
    /// Publishes its own events.
    STATION,
    /// Reads.
    VIEWER,
    /// Reads, and will be asked for decisions.
    SUPERVISOR,
    /// Everything.
    ADMIN;

    public boolean reads() {
        return switch (this) {
            case VIEWER, SUPERVISOR, ADMIN -> true;
            case STATION -> false;
        };
    }

    public boolean supervises() {
        return switch (this) {
            case SUPERVISOR, ADMIN -> true;
            case STATION, VIEWER -> false;
        };
    }

    public boolean publishes() {
        return switch (this) {
            case STATION, ADMIN -> true;
            case VIEWER, SUPERVISOR -> false;
        };
    }
}

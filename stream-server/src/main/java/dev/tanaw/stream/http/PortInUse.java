package dev.tanaw.stream.http;

/// The server cannot listen there: another program does, or the machine has no such address.
public final class PortInUse extends RuntimeException {
    private static final long serialVersionUID = 2;

    private final int port;
    private final boolean outside;

    PortInUse(String host, int port, boolean outside, Throwable cause) {
        super("port %d on %s: %s".formatted(port, host, cause.getMessage()), cause);
        this.port = port;
        this.outside = outside;
    }

    /// Whether it is only the port for other machines.
    public boolean isOutside() {
        return outside;
    }

    public int port() {
        return port;
    }
}

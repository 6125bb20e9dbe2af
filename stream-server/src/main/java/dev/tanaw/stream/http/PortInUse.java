package dev.tanaw.stream.http;

/// Another program listens on the port already.
public final class PortInUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int port;

    PortInUse(String host, int port, Throwable cause) {
        super("port %d on %s is in use by another program".formatted(port, host), cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}

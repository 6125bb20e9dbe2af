package dev.tanaw.stream.hub;

/// One connection that follows a topic. Called from the fan-out and ticker threads; none of these
/// may block.
public interface Reader {
    Cursor cursor();

    /// There is, or may be, something to send.
    void wake();

    /// Regular look at silence and stalled sockets.
    void tick(long nanos);

    /// Says goodbye once everything before it is sent, and closes.
    void close(Farewell why);
}

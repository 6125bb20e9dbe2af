package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// Sends a byte every 10 ms, the least of all that keep a connection from being idle.
final class Trickle {
    private Trickle() {}

    /// Throws [IOException] as soon as the other side hangs up.
    static void into(Socket socket, String text) throws IOException {
        socket.setSoTimeout(10);
        for (byte each : text.getBytes(ISO_8859_1)) {
            socket.getOutputStream().write(each);
            try {
                while (socket.getInputStream().read() >= 0) {
                    // an answer to what came before
                }
                throw new IOException("hung up");
            } catch (SocketTimeoutException e) {
                // still there
            }
        }
    }
}

package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Publishes over a few connections that stay open, without waiting for the answers: the schedule
/// is not held up by the server. A session always takes the same connection, which keeps its order.
final class HttpPublisher implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final Function<String, String> path;
    private final List<Socket> sockets = new ArrayList<>();

    /// `path` names where the events of a session go.
    HttpPublisher(int port, Function<String, String> path) {
        this.path = path;
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                InputStream answers = socket.getInputStream();
                Thread.ofPlatform().daemon().name("answers-" + i).start(() -> drop(answers));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void drop(InputStream answers) {
        try {
            answers.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // closed
        }
    }

    void publish(String session, byte[] body) {
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path.apply(session), body.length);
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(US_ASCII), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        try {
            sockets.get(Math.floorMod(session.hashCode(), CONNECTIONS))
                    .getOutputStream()
                    .write(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is the end anyway
            }
        }
    }
}

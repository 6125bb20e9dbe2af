package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A reader on a raw socket: sees every byte, can be cut anywhere, can stop reading.
final class SseSocket implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final BufferedReader in;
    private final int status;
    private final List<String> headers = new ArrayList<>();

    private SseSocket(int port, String request, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(request.getBytes(UTF_8));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 1 << 16);
        if (receiveBuffer > 0) {
            status = 0; // a reader that never reads
            return;
        }
        status = Integer.parseInt(in.readLine().substring(9, 12));
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            headers.add(line);
        }
    }

    static SseSocket open(int port, String path, String... headers) throws IOException {
        return new SseSocket(port, request(path, headers), 0);
    }

    static SseSocket neverReading(int port, String path) throws IOException {
        return new SseSocket(port, request(path), 4096);
    }

    private static String request(String path, String... headers) {
        String extra = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + extra + "\r\n";
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    int status() {
        return status;
    }

    List<String> headers() {
        return headers;
    }

    /// The rest of a plain answer.
    String body() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int each = in.read(); each >= 0; each = in.read()) {
            text.append((char) each);
        }
        return text.toString();
    }

    /// Throws [EOFException] at the end of the stream, also in the middle of a block.
    SseEvent next() throws IOException {
        Optional<String> id = Optional.empty();
        Optional<Long> retry = Optional.empty();
        String event = "message";
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException();
            } else if (line.isEmpty()) {
                return new SseEvent(id, event, data.toString(), retry);
            } else if (line.startsWith(":")) {
                event = ":";
            } else if (line.startsWith("id: ")) {
                id = Optional.of(line.substring(4));
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line, 6, line.length());
            } else if (line.startsWith("retry: ")) {
                retry = Optional.of(Long.valueOf(line.substring(7)));
            } else {
                throw new IOException("not a field: " + line);
            }
        }
    }

    SseEvent next(Predicate<SseEvent> wanted) throws IOException {
        SseEvent event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    List<SseEvent> take(int count) throws IOException {
        List<SseEvent> events = new ArrayList<>();
        while (events.size() < count) {
            events.add(next());
        }
        return events;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

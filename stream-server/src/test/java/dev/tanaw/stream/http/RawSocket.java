package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A WebSocket client that can also say what no client says.
final class RawSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    record Frame(int opcode, String payload) {}

    private RawSocket(int port, String path) throws IOException {
        socket.setReceiveBufferSize(1 << 16);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write(
                        ("GET "
                                        + path
                                        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                                .getBytes(UTF_8));
        in = new DataInputStream(socket.getInputStream());
        String headers = headers();
        if (!headers.startsWith("HTTP/1.1 101")
                || !headers.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")) {
            throw new IOException(headers);
        }
    }

    static RawSocket open(int port, String path) throws IOException {
        return new RawSocket(port, path);
    }

    private String headers() throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            text.append((char) in.readUnsignedByte());
        }
        return text.toString();
    }

    void say(String text) throws IOException {
        frame(0x81, text);
    }

    void frame(int opcode, String payload) throws IOException {
        socket.getOutputStream().write(masked(opcode, payload));
    }

    void trickle(int opcode, String payload) throws IOException {
        for (byte each : masked(opcode, payload)) {
            socket.getOutputStream().write(each);
        }
    }

    void raw(int... bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int each : bytes) {
            out.write(each);
        }
        socket.getOutputStream().write(out.toByteArray());
    }

    private static byte[] masked(int opcode, String payload) {
        byte[] bytes = payload.getBytes(UTF_8);
        byte[] mask = {1, 2, 3, 4};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(opcode);
        out.write(0x80 | bytes.length);
        out.writeBytes(mask);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i] ^ mask[i % 4]);
        }
        return out.toByteArray();
    }

    Frame nextFrame() throws IOException {
        int opcode = in.readUnsignedByte();
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException();
        }
        if (opcode == 0x88) {
            return new Frame(
                    opcode, Integer.toString((payload[0] & 0xff) << 8 | (payload[1] & 0xff)));
        }
        return new Frame(opcode, new String(payload, UTF_8));
    }

    /// The next message that is not a ping.
    JsonNode next() throws IOException {
        Frame frame = nextFrame();
        while (frame.opcode() == 0x89) {
            frame = nextFrame();
        }
        if (frame.opcode() != 0x81) {
            throw new IOException("not text: " + frame);
        }
        return JSON.readTree(frame.payload());
    }

    JsonNode next(String event) throws IOException {
        JsonNode message = next();
        while (!message.path("event").asText().equals(event)) {
            message = next();
        }
        return message;
    }

    /// Reads on to the event with this number.
    boolean nextEvent(int n) throws IOException {
        while (next().path("data").path("n").asInt() != n) {
            // what came before
        }
        return true;
    }

    int closeCode() throws IOException {
        Frame frame = nextFrame();
        while (frame.opcode() != 0x88) {
            frame = nextFrame();
        }
        return Integer.parseInt(frame.payload());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

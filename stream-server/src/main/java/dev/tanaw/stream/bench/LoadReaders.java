package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// The other process: all readers on one selector, so that measuring costs little beside what is
/// measured. Says `READY` when every stream has begun, ends on a line of standard input, and prints
/// what it measured.
final class LoadReaders {
    private LoadReaders() {}

    /// A reader whose path begins with this asks and never reads.
    static final String DEAF = "deaf:";

    /// Arguments: port; then one path a line on standard input, to an empty line.
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        Latencies latencies = new Latencies();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
        try (Selector selector = Selector.open()) {
            List<FrameParser> streams = new ArrayList<>();
            List<SocketChannel> deaf = new ArrayList<>();
            for (String path = lines.readLine(); !path.isEmpty(); path = lines.readLine()) {
                if (path.startsWith(DEAF)) {
                    deaf.add(connect(port, path.substring(DEAF.length())));
                } else {
                    FrameParser parser = new FrameParser(latencies);
                    streams.add(parser);
                    connect(port, path).register(selector, SelectionKey.OP_READ, parser);
                }
            }
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
            while (!streams.stream().allMatch(FrameParser::hasBegun)) {
                read(selector, buffer);
            }
            System.out.println("READY");
            while (!lines.ready()) {
                read(selector, buffer);
            }
            for (SocketChannel each : deaf) {
                each.close();
            }
        }
        System.out.println(latencies.line());
    }

    private static SocketChannel connect(int port, String path) throws IOException {
        SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String request =
                "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(path);
        channel.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
        channel.configureBlocking(false);
        return channel;
    }

    private static void read(Selector selector, ByteBuffer buffer) throws IOException {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
            buffer.clear();
            int count = ((SocketChannel) key.channel()).read(buffer);
            if (count < 0) {
                throw new IOException("the server closed a stream");
            }
            long now = System.nanoTime();
            ((FrameParser) key.attachment()).feed(buffer.flip(), now);
        }
        selector.selectedKeys().clear();
    }
}

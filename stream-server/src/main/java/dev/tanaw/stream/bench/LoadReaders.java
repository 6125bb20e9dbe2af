package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
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

    /// Arguments: port, then one path for each reader.
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        Latencies latencies = new Latencies();
        try (Selector selector = Selector.open()) {
            List<FrameParser> streams = new ArrayList<>();
            for (int i = 1; i < args.length; i++) {
                FrameParser parser = new FrameParser(latencies);
                streams.add(parser);
                connect(port, args[i]).register(selector, SelectionKey.OP_READ, parser);
            }
            ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
            while (!streams.stream().allMatch(FrameParser::hasBegun)) {
                read(selector, buffer);
            }
            System.out.println("READY");
            while (System.in.available() == 0) {
                read(selector, buffer);
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

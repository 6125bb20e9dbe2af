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
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// The other process of cases R and L: readers that are cut off at random, at any byte, and come
/// back with their last position, as browsers do. Each counts what it misses and what it sees
/// twice.
///
/// Says `READY` when all streams have begun; `drops N` on standard input begins with so many cuts a
/// second, `all` cuts everybody off at once and answers `BACK nanos`, `end N` waits for the event N
/// of every session and prints the sums.
final class DropReaders {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final int port;
    private final Selector selector;
    private final List<Reader> readers = new ArrayList<>();
    private final Random random = new Random(1);
    private final Histogram back = new Histogram(3);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private long missing;
    private long doubled;
    private long drops;

    private DropReaders(int port, Selector selector) {
        this.port = port;
        this.selector = selector;
    }

    /// Arguments: port, readers, sessions.
    public static void main(String[] args) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
        try (Selector selector = Selector.open()) {
            DropReaders all = new DropReaders(Integer.parseInt(args[0]), selector);
            int sessions = Integer.parseInt(args[2]);
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                Reader reader = all.new Reader("/face/stream/bench-" + i % sessions);
                all.readers.add(reader);
                reader.connect();
            }
            all.untilBegun();
            all.back.reset();
            System.out.println("READY");
            all.run(lines);
        }
    }

    private void run(BufferedReader lines) throws IOException {
        long period = Long.MAX_VALUE;
        long next = Long.MAX_VALUE;
        while (true) {
            read();
            if (System.nanoTime() - next >= 0 && period != Long.MAX_VALUE) {
                next += period;
                drops++;
                readers.get(random.nextInt(readers.size())).dropAndConnect();
            }
            if (!lines.ready()) {
                continue;
            }
            String[] words = lines.readLine().split(" ", -1);
            switch (words[0]) {
                case "drops" -> {
                    long perSecond = Long.parseLong(words[1]);
                    period =
                            perSecond == 0
                                    ? Long.MAX_VALUE
                                    : TimeUnit.SECONDS.toNanos(1) / perSecond;
                    next = System.nanoTime();
                }
                case "all" -> {
                    long started = System.nanoTime();
                    for (Reader reader : readers) {
                        reader.dropAndConnect();
                    }
                    untilBegun();
                    System.out.println("BACK " + (System.nanoTime() - started));
                }
                case "end" -> {
                    end(Long.parseLong(words[1]));
                    return;
                }
                default -> throw new IOException("not a command: " + words[0]);
            }
        }
    }

    private void untilBegun() throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (!readers.stream().allMatch(reader -> reader.begun)) {
            read();
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("not everybody is back");
            }
        }
    }

    private void end(long last) throws IOException {
        long deadline = System.nanoTime() + PATIENCE;
        while (System.nanoTime() - deadline < 0
                && !readers.stream().allMatch(reader -> reader.seen >= last)) {
            read();
        }
        for (Reader reader : readers) {
            missing += Math.max(0, last - reader.seen);
        }
        System.out.printf(
                "%d %d %d %d %d %d%n",
                missing,
                doubled,
                drops,
                back.getValueAtPercentile(50),
                back.getValueAtPercentile(99),
                back.getMaxValue());
    }

    private void read() throws IOException {
        selector.select(5);
        for (SelectionKey key : selector.selectedKeys()) {
            Reader reader = (Reader) key.attachment();
            buffer.clear();
            if (key.isValid()) {
                int count = ((SocketChannel) key.channel()).read(buffer);
                if (count < 0) {
                    throw new IOException("the server closed a stream");
                }
                buffer.flip();
                reader.feed(buffer);
            }
        }
        selector.selectedKeys().clear();
    }

    private final class Reader {
        private final String path;
        private final StringBuilder line = new StringBuilder();
        private Optional<SocketChannel> channel = Optional.empty();
        private Optional<String> last = Optional.empty();
        private Optional<String> coming = Optional.empty();
        private long n;
        private long seen;
        private boolean begun;
        private long asked;

        Reader(String path) {
            this.path = path;
        }

        void dropAndConnect() throws IOException {
            if (channel.isPresent()) {
                channel.get().close();
            }
            connect();
        }

        private void connect() throws IOException {
            asked = System.nanoTime();
            begun = false;
            line.setLength(0);
            coming = Optional.empty();
            n = 0;
            SocketChannel fresh =
                    SocketChannel.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            String request =
                    "GET %s?from=start HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n%s\r\n"
                            .formatted(
                                    path,
                                    last.map(id -> "Last-Event-ID: " + id + "\r\n").orElse(""));
            fresh.write(ByteBuffer.wrap(request.getBytes(US_ASCII)));
            fresh.configureBlocking(false);
            fresh.register(selector, SelectionKey.OP_READ, this);
            channel = Optional.of(fresh);
        }

        void feed(ByteBuffer bytes) {
            while (bytes.hasRemaining()) {
                char each = (char) bytes.get();
                if (each != '\n') {
                    line.append(each);
                    continue;
                }
                take(line.toString());
                line.setLength(0);
            }
        }

        private void take(String text) {
            if (text.startsWith("id: ")) {
                coming = Optional.of(text.substring(4));
            } else if (text.startsWith("data: ")) {
                n = number(text);
                if (!begun) {
                    begun = true;
                    back.recordValue(System.nanoTime() - asked);
                }
            } else if (text.isEmpty()) {
                count();
            }
        }

        /// Only a whole block counts, for the position as for the event.
        private void count() {
            last = coming.or(() -> last);
            if (n > 0) {
                missing += Math.max(0, n - seen - 1);
                doubled += n <= seen ? 1 : 0;
                seen = Math.max(seen, n);
            }
            n = 0;
        }

        private static long number(String data) {
            int at = data.indexOf("\"n\":");
            if (at < 0) {
                return 0;
            }
            int end = data.indexOf(',', at);
            return Long.parseLong(data.substring(at + 4, end));
        }
    }
}

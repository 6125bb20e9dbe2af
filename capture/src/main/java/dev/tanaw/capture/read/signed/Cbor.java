package dev.tanaw.capture.read.signed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Concise binary objects, RFC 8949, as far as cards use them: no floating point, no lengths left
/// open. Depth and number are bounded, so that a hostile code costs nothing.
sealed interface Cbor {
    record Whole(long value) implements Cbor {}

    /// @param bytes of its own; nobody changes them
    record Bytes(ByteBuffer bytes) implements Cbor {
        byte[] copy() {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return copy;
        }
    }

    record Text(String value) implements Cbor {}

    record Sequence(List<Cbor> items) implements Cbor {}

    record Dictionary(Map<Cbor, Cbor> entries) implements Cbor {}

    record Tagged(long tag, Cbor item) implements Cbor {}

    /// True, false, null and the like.
    record Simple(long value) implements Cbor {}

    /// @throws IllegalArgumentException for what is damaged, too deep or too much
    static Cbor parse(byte[] bytes) {
        Parser parser = new Parser(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        Cbor item = parser.item(0);
        parser.end();
        return item;
    }

    /// Reads one item after the other.
    final class Parser {
        private static final int DEEPEST = 12;
        private static final int MOST = 2_000;

        private final ByteBuffer in;
        private int items;

        private Parser(ByteBuffer in) {
            this.in = in;
        }

        private Cbor item(int depth) {
            if (depth > DEEPEST || ++items > MOST || !in.hasRemaining()) {
                throw new IllegalArgumentException("too deep, too much or cut off");
            }
            int head = in.get() & 0xff;
            int kind = head >> 5;
            long argument = argument(head & 0x1f);
            return switch (kind) {
                case 0 -> new Whole(argument);
                case 1 -> new Whole(-1 - argument);
                case 2 -> new Bytes(slice(argument));
                case 3 -> new Text(StandardCharsets.UTF_8.decode(slice(argument)).toString());
                case 4 -> sequence(argument, depth);
                case 5 -> dictionary(argument, depth);
                case 6 -> new Tagged(argument, item(depth + 1));
                default -> new Simple(argument);
            };
        }

        private long argument(int info) {
            int length =
                    switch (info) {
                        case 24 -> 1;
                        case 25 -> 2;
                        case 26 -> 4;
                        case 27 -> 8;
                        default -> 0;
                    };
            if (info > 27 || in.remaining() < length) {
                throw new IllegalArgumentException("a length left open, or cut off");
            }
            if (length == 0) {
                return info;
            }
            long value = 0;
            for (int i = 0; i < length; i++) {
                value = (value << 8) | (in.get() & 0xff);
            }
            if (value < 0) {
                throw new IllegalArgumentException("a number beyond all lengths");
            }
            return value;
        }

        private ByteBuffer slice(long length) {
            if (length > in.remaining()) {
                throw new IllegalArgumentException("cut off");
            }
            ByteBuffer slice = in.slice(in.position(), (int) length);
            in.position(in.position() + (int) length);
            return slice;
        }

        private Cbor sequence(long length, int depth) {
            List<Cbor> list = new ArrayList<>();
            for (long i = 0; i < length; i++) {
                list.add(item(depth + 1));
            }
            return new Sequence(List.copyOf(list));
        }

        private Cbor dictionary(long length, int depth) {
            Map<Cbor, Cbor> entries = new LinkedHashMap<>();
            for (long i = 0; i < length; i++) {
                Cbor key = item(depth + 1);
                entries.putIfAbsent(key, item(depth + 1));
            }
            return new Dictionary(entries);
        }

        private void end() {
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("something follows");
            }
        }
    }
}

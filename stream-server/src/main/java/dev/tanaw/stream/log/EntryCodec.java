package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bytes of entries in a journal. Big-endian; texts as UTF-8 behind their length.
final class EntryCodec {
    private static final int LASTING = 1;
    private static final int PASSED = 2;
    private static final int ENDED = 3;
    private static final int TAKEN = 4;
    private static final int STANDING = 5;
    private static final int STATUS = 6;

    private EntryCodec() {}

    static byte[] encode(List<Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(entries.size());
        for (Entry entry : entries) {
            write(entry, out);
        }
        return bytes.toByteArray();
    }

    private static void write(Entry entry, DataOutputStream out) throws IOException {
        switch (entry) {
            case Entry.Lasting lasting -> {
                out.writeByte(LASTING);
                write(lasting, out);
            }
            case Entry.Passed(long offset, Entry.Origin origin) -> {
                out.writeByte(PASSED);
                out.writeLong(offset);
                write(origin, out);
            }
            case Entry.Ended(String session, Instant at) -> {
                out.writeByte(ENDED);
                out.writeUTF(session);
                out.writeLong(at.toEpochMilli());
            }
            case Entry.Taken(String session, Submission.Once once, long first, int count) -> {
                out.writeByte(TAKEN);
                out.writeUTF(session);
                out.writeUTF(once.key());
                out.writeUTF(once.fingerprint());
                out.writeLong(first);
                out.writeInt(count);
            }
            case Entry.Standing standing -> {
                out.writeByte(STANDING);
                out.writeUTF(standing.session());
                out.writeUTF(standing.station());
                out.writeLong(standing.started().toEpochMilli());
                out.writeLong(standing.touched().toEpochMilli());
                out.writeLong(standing.through());
                write(standing.place(), out);
                out.writeInt(standing.lasting().size());
                for (Entry.Lasting each : standing.lasting()) {
                    write(each, out);
                }
            }
            case Entry.Status(Entry.Lasting lasting) -> {
                out.writeByte(STATUS);
                write(lasting, out);
            }
        }
    }

    private static void write(Entry.Lasting lasting, DataOutputStream out) throws IOException {
        out.writeLong(lasting.offset());
        write(lasting.origin(), out);
        out.writeUTF(lasting.type());
        writeText(lasting.key().getBytes(UTF_8), out);
        writeText(lasting.json(), out);
    }

    private static void write(Entry.Origin origin, DataOutputStream out) throws IOException {
        out.writeUTF(origin.station());
        out.writeUTF(origin.session().orElse(""));
        out.writeLong(origin.at().toEpochMilli());
        out.writeBoolean(origin.begins());
        out.writeBoolean(origin.place().isPresent());
        if (origin.place().isPresent()) {
            write(origin.place().get(), out);
        }
    }

    private static void write(Entry.Place number, DataOutputStream out) throws IOException {
        out.writeLong(number.seq());
        out.writeLong(number.prev());
        out.writeLong(number.elapsedMillis());
        out.writeBoolean(number.byLog());
    }

    private static void writeText(byte[] text, DataOutputStream out) throws IOException {
        out.writeInt(text.length);
        out.write(text);
    }

    /// Throws [IOException] for bytes that [#encode] did not make.
    static List<Entry> decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int count = in.readInt();
        List<Entry> entries = new ArrayList<>(Math.min(Math.max(count, 0), 1024));
        try {
            for (int i = 0; i < count; i++) {
                entries.add(read(in));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry with an impossible value", e);
        }
        return entries;
    }

    private static Entry read(DataInputStream in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case LASTING -> readLasting(in);
            case PASSED -> new Entry.Passed(in.readLong(), readOrigin(in));
            case ENDED -> new Entry.Ended(in.readUTF(), readInstant(in));
            case TAKEN ->
                    new Entry.Taken(
                            in.readUTF(),
                            new Submission.Once(in.readUTF(), in.readUTF()),
                            in.readLong(),
                            in.readInt());
            case STANDING -> readStanding(in);
            case STATUS -> new Entry.Status(readLasting(in));
            default -> throw new IOException("entry of kind " + kind);
        };
    }

    private static Entry.Standing readStanding(DataInputStream in) throws IOException {
        String session = in.readUTF();
        String station = in.readUTF();
        Instant started = readInstant(in);
        Instant touched = readInstant(in);
        long through = in.readLong();
        Entry.Place number = readPlace(in);
        int count = in.readInt();
        List<Entry.Lasting> lasting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lasting.add(readLasting(in));
        }
        return new Entry.Standing(session, station, started, touched, through, number, lasting);
    }

    private static Entry.Lasting readLasting(DataInputStream in) throws IOException {
        return new Entry.Lasting(
                in.readLong(),
                readOrigin(in),
                in.readUTF(),
                new String(readText(in), UTF_8),
                readText(in));
    }

    private static Entry.Origin readOrigin(DataInputStream in) throws IOException {
        String station = in.readUTF();
        String session = in.readUTF();
        Instant at = readInstant(in);
        boolean begins = in.readBoolean();
        Optional<Entry.Place> number =
                in.readBoolean() ? Optional.of(readPlace(in)) : Optional.empty();
        return new Entry.Origin(
                station, Optional.of(session).filter(id -> !id.isEmpty()), at, begins, number);
    }

    private static Entry.Place readPlace(DataInputStream in) throws IOException {
        return new Entry.Place(in.readLong(), in.readLong(), in.readLong(), in.readBoolean());
    }

    private static Instant readInstant(DataInputStream in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    private static byte[] readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("text of " + length + " bytes");
        }
        return in.readNBytes(length);
    }
}

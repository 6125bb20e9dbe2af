package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A log's files: segments of records `[length][~length][CRC-32C][entries]` in the order in which
/// they were accepted, each record whole or not at all. What was written survives the death of the
/// process at once, because the kernel has it, and the death of the machine once [#force] has
/// returned.
///
/// The file `epoch` says whose positions these are. It is believed when nothing that a reader can
/// have seen may be missing: after an orderly end, or while the machine has run on without a break.
/// Otherwise the history is kept and gets a new epoch, so that a reader begins afresh and is never
/// told that it missed nothing. Not thread-safe but for [#force].
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    static final long SEGMENT_BYTES = 8L << 20;
    private static final int HEAD = 3 * Integer.BYTES;
    private static final int MAX_RECORD = 64 << 20;
    private static final String SUFFIX = ".log";
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String UNKNOWN_BOOT = "-";
    private static final String CLOSED = "closed";

    private final Path folder;
    private final FileChannel lockFile;
    private final long segmentBytes;

    /// Each segment by the first offset that it may hold; the last one is written to.
    private final TreeMap<Long, Path> segments = new TreeMap<>();

    private volatile Optional<FileChannel> current = Optional.empty();
    private long written;
    private String epoch = "";

    private Journal(Path folder, FileChannel lockFile, long segmentBytes) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.segmentBytes = segmentBytes;
    }

    /// Makes the folder when needed. Throws [JournalInUse] when another process has it.
    static Journal open(Path folder, long segmentBytes) throws IOException {
        Files.createDirectories(folder);
        FileChannel lockFile =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock(lockFile).isEmpty()) {
            lockFile.close();
            throw new JournalInUse(folder);
        }
        Journal journal = new Journal(folder, lockFile, segmentBytes);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().matches("[0-9]{19}\\.log"))
                    .forEach(file -> journal.segments.put(base(file), file));
        }
        return journal;
    }

    private static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static long base(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    /// Everything before this offset is not here.
    long base() {
        return segments.isEmpty() ? 1 : segments.firstKey();
    }

    /// What is kept, oldest first, and the epoch under which it goes on: `fresh` when something may
    /// be missing.
    Kept replay(String fresh) throws IOException {
        List<Entry> entries = new ArrayList<>();
        boolean whole = true;
        for (Path segment : segments.values()) {
            whole &= read(segment, entries, segment.equals(segments.lastEntry().getValue()));
        }
        epoch = whole ? trusted().orElse(fresh) : fresh;
        if (epoch.equals(fresh) && !entries.isEmpty()) {
            LOG.warn("the end of the stream's history may be missing: it goes on as a new one");
        }
        return new Kept(epoch, entries);
    }

    /// The epoch of an orderly end, or of this run of the machine.
    private Optional<String> trusted() throws IOException {
        Path file = folder.resolve("epoch");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file, UTF_8).strip().split(" ", -1);
        boolean believed =
                words.length == 2
                        && words[0].matches("[0-9a-z]{1,12}")
                        && !words[1].equals(UNKNOWN_BOOT)
                        && (words[1].equals(CLOSED) || words[1].equals(boot()));
        return believed ? Optional.of(words[0]) : Optional.empty();
    }

    private static String boot() {
        try {
            return Files.readString(BOOT, UTF_8).strip();
        } catch (IOException e) {
            return UNKNOWN_BOOT; // not Linux: only an orderly end is believed
        }
    }

    /// True when nothing that was ever written whole is missing. The last record of all may be torn
    /// by the end of the process: nobody has seen it, and it is cut off.
    private boolean read(Path segment, List<Entry> into, boolean last) throws IOException {
        long size = Files.size(segment);
        long good = 0;
        boolean whole = true;
        try (DataInputStream in =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(segment), 1 << 16))) {
            while (good < size) {
                if (size - good < HEAD) {
                    whole = last;
                    break;
                }
                int length = in.readInt();
                boolean readable = in.readInt() == ~length && length > 0;
                int sum = in.readInt();
                if (!readable || length > MAX_RECORD || length > size - good - HEAD) {
                    whole = last && readable && length <= MAX_RECORD;
                    break;
                }
                byte[] record = in.readNBytes(length);
                if (sum(record) != sum) {
                    whole = false;
                    break;
                }
                into.addAll(EntryCodec.decode(record));
                good += HEAD + length;
            }
        }
        if (good < size) {
            LOG.warn("cut {} bytes of a torn record off the stream's history", size - good);
            try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE)) {
                channel.truncate(good);
            }
        }
        return whole;
    }

    private static int sum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record);
        return (int) crc.getValue();
    }

    /// Starts writing behind `head`.
    void begin(long head) throws IOException {
        if (segments.isEmpty()) {
            segments.put(head + 1, folder.resolve("%019d%s".formatted(head + 1, SUFFIX)));
        }
        append(segments.lastEntry().getValue());
        state(boot());
    }

    private void append(Path segment) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        segment,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.APPEND);
        written = channel.size();
        current = Optional.of(channel);
    }

    private void state(String how) throws IOException {
        Path aside = folder.resolve("epoch.part");
        Files.writeString(aside, epoch + " " + how + "\n", UTF_8);
        Files.move(
                aside,
                folder.resolve("epoch"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /// Each group is one record. When this returns the kernel has them.
    void write(List<List<Entry>> groups) throws IOException {
        List<byte[]> records = new ArrayList<>(groups.size());
        int bytes = 0;
        for (List<Entry> group : groups) {
            byte[] record = EntryCodec.encode(group);
            records.add(record);
            bytes += HEAD + record.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        for (byte[] record : records) {
            buffer.putInt(record.length).putInt(~record.length).putInt(sum(record)).put(record);
        }
        buffer.flip();
        FileChannel channel = current.orElseThrow();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        written += bytes;
    }

    boolean isFull() {
        return written >= segmentBytes;
    }

    /// The newest offset in the segments that nobody needs once all events through `lost` are let
    /// go; 0 when all are needed.
    long disposable(long lost) {
        return segments.keySet().stream()
                        .skip(1)
                        .filter(base -> base - 1 <= lost)
                        .reduce((_, later) -> later)
                        .orElse(1L)
                - 1;
    }

    /// Goes on in a new segment behind `head`, which begins with `standing`, the present state as
    /// far as it is older than what is kept; then forgets the segments through `disposable`.
    void roll(long head, List<Entry> standing, long disposable) throws IOException {
        FileChannel full = current.orElseThrow();
        full.force(false);
        full.close();
        Path next = folder.resolve("%019d%s".formatted(head + 1, SUFFIX));
        segments.put(head + 1, next);
        append(next);
        if (!standing.isEmpty()) {
            write(List.of(standing));
        }
        force();
        while (segments.size() > 1 && segments.higherKey(segments.firstKey()) - 1 <= disposable) {
            Files.deleteIfExists(segments.pollFirstEntry().getValue());
        }
    }

    /// Waits until the disk has what was written; from any thread.
    void force() throws IOException {
        Optional<FileChannel> channel = current;
        if (channel.isPresent() && channel.get().isOpen()) {
            channel.get().force(false);
        }
    }

    /// The files will lack what follows: their positions must not be believed at the next start.
    void distrust() {
        try {
            Files.deleteIfExists(folder.resolve("epoch"));
        } catch (IOException e) {
            LOG.error("the stream's history could not be marked as incomplete", e);
        }
    }

    /// The orderly end.
    void finish() throws IOException {
        force();
        state(CLOSED);
    }

    @Override
    public void close() throws IOException {
        Optional<FileChannel> channel = current;
        if (channel.isPresent()) {
            channel.get().close();
        }
        lockFile.close();
    }
}

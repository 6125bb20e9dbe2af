package dev.tanaw.rivals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Events into SQLite with a write-ahead log that is synced at checkpoints: one thread takes what
/// has gathered and commits it in one transaction. Arguments and output as those of the journal's
/// bench.
public final class SqliteAppend {
    private static final int BYTES = 400;
    private static final int WARM_UP_SECONDS = 2;

    private record Event(long offset, String session, byte[] json, long from) {}

    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>();
    private final Connection database;
    private final long[] nanos;
    private volatile int written;

    private SqliteAppend(Connection database, int events) {
        this.database = database;
        this.nanos = new long[events];
    }

    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0], "log.db");
        int rate = Integer.parseInt(args[1]);
        int warm = rate * WARM_UP_SECONDS;
        int all = warm + rate * Integer.parseInt(args[2]);
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement setting = database.createStatement()) {
            setting.execute("pragma journal_mode=wal");
            setting.execute("pragma synchronous=normal");
            setting.execute(
                    "create table event(offset integer primary key, session text, type text, json blob)");
            database.setAutoCommit(false);
            SqliteAppend log = new SqliteAppend(database, all);
            Thread writer = Thread.ofPlatform().daemon().start(log::write);
            log.append(0, warm, rate);
            long before = processorNanos();
            long onDisk = size(file.getParent());
            log.append(warm, all, rate);
            long used = processorNanos() - before;
            long[] times = Arrays.copyOfRange(log.nanos, warm, all);
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%d %d %d %d %d %.2f %d%n",
                    times[times.length / 2] / 1000,
                    times[(int) (times.length * 0.95)] / 1000,
                    times[(int) (times.length * 0.99)] / 1000,
                    times[times.length - 1] / 1000,
                    times.length,
                    used / 1e3 / times.length,
                    (size(file.getParent()) - onDisk) / times.length);
            writer.interrupt();
            writer.join();
        }
    }

    private void append(int first, int end, int rate) {
        byte[] json = "x".repeat(BYTES).getBytes(StandardCharsets.US_ASCII);
        long period = TimeUnit.SECONDS.toNanos(1) / rate;
        long start = System.nanoTime();
        for (int n = first; n < end; n++) {
            long due = start + (n - first) * period;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            queue.add(new Event(n, "bench-" + n % 100, json, System.nanoTime()));
        }
        while (written < end) {
            Thread.onSpinWait();
        }
    }

    private void write() {
        try (PreparedStatement insert =
                database.prepareStatement("insert into event values (?, ?, 'state_change', ?)")) {
            List<Event> batch = new ArrayList<>();
            while (true) {
                batch.add(queue.take());
                queue.drainTo(batch);
                for (Event event : batch) {
                    insert.setLong(1, event.offset());
                    insert.setString(2, event.session());
                    insert.setBytes(3, event.json());
                    insert.addBatch();
                }
                insert.executeBatch();
                database.commit();
                long now = System.nanoTime();
                batch.forEach(event -> nanos[(int) event.offset()] = now - event.from());
                written += batch.size();
                batch.clear();
            }
        } catch (InterruptedException e) {
            // the end
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long processorNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static long size(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

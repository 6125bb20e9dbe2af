package dev.tanaw.desktop.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Stations that each tell 30 passing and 2 lasting events a second, on a schedule that does not
/// wait. A lasting one changes the instruction, and the time of it is kept.
final class WallLoad implements AutoCloseable {
    private static final int PASSING = 30;
    private static final int LASTING_EVERY = 16;
    private static final List<String> INSTRUCTIONS = List.of("centre", "straighten");
    private static final List<String> GATES =
            List.of(
                    "document",
                    "margin",
                    "size",
                    "resolution",
                    "tilt",
                    "stability",
                    "focus",
                    "light",
                    "contrast",
                    "glare");

    private final StreamServer server;
    private final int stations;
    private final Clock clock;
    private final Thread thread = Thread.ofPlatform().name("wall-load").unstarted(this::run);

    /// Station and instruction → the times, in microseconds of the epoch, at which it was told.
    private final Map<String, TreeMap<Long, Boolean>> changes = new ConcurrentHashMap<>();

    private final long[] seq;
    private final long[] lasting;
    private final int[] instruction;
    private volatile boolean left;
    private final AtomicLong published = new AtomicLong();

    WallLoad(StreamServer server, int stations, Clock clock) {
        this.server = server;
        this.stations = stations;
        this.clock = clock;
        this.seq = new long[stations];
        this.lasting = new long[stations];
        this.instruction = new int[stations];
    }

    void start() {
        for (int station = 0; station < stations; station++) {
            tell(
                    station,
                    "session_started",
                    Retention.LASTING,
                    "{\"camera\":\"webcam\",\"demonstration\":false,\"simulated\":true}");
            change(station);
        }
        thread.start();
    }

    long published() {
        return published.get();
    }

    /// Microseconds from the newest telling of this instruction before `at`; empty when it was not
    /// told.
    Optional<Long> since(String station, String said, long at) {
        TreeMap<Long, Boolean> told = changes.getOrDefault(station + said, new TreeMap<>());
        synchronized (told) {
            return Optional.ofNullable(told.floorKey(at)).map(when -> at - when);
        }
    }

    private void run() {
        long period = TimeUnit.SECONDS.toNanos(1) / ((long) PASSING * stations);
        long due = System.nanoTime();
        for (long n = 0; !left; n++) {
            due += period;
            for (long rest = due - System.nanoTime();
                    rest > 0 && !left;
                    rest = due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            int station = (int) (n % stations);
            long round = n / stations;
            tell(station, "quality_update", Retention.PASSING, quality(station, round));
            if ((round + station) % LASTING_EVERY == 0) {
                change(station);
            }
        }
    }

    private void change(int station) {
        instruction[station] = 1 - instruction[station];
        String said = INSTRUCTIONS.get(instruction[station]);
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        TreeMap<Long, Boolean> told =
                changes.computeIfAbsent(name(station) + said, _ -> new TreeMap<>());
        synchronized (told) {
            told.put(now, true);
        }
        tell(
                station,
                "state_change",
                Retention.LASTING,
                "{\"from\":\"locked\",\"to\":\"searching\",\"side\":\"front\",\"instruction\":\"%s\",\"animation_ms\":0,\"since_last_ms\":500}"
                        .formatted(said));
    }

    private String quality(int station, long round) {
        String gates =
                IntStream.range(0, GATES.size())
                        .mapToObj(gate ->
                                "{\"gate\":\"%s\",\"value\":%s,\"limit\":0.5,\"unit\":\"ratio\",\"pass\":%s}"
                                        .formatted(
                                                GATES.get(gate),
                                                0.55 + ((round * 7 + gate * 13L) % 40) / 100.0,
                                                (round / 30 + gate) % 9 != 0))
                        .collect(Collectors.joining(","));
        return "{\"side\":\"front\",\"frame\":%d,\"instruction\":\"%s\",\"gates\":[%s],\"outline\":[[0.18,0.16],[0.82,0.17],[0.81,0.83],[0.19,0.82]]}"
                .formatted(round, INSTRUCTIONS.get(instruction[station]), gates);
    }

    private void tell(int station, String type, Retention retention, String data) {
        long number = ++seq[station];
        Instant now = clock.instant();
        String json =
                "{\"v\":1,\"station\":\"%s\",\"session\":\"session-%s\",\"seq\":%d,\"prev\":%d,\"type\":\"%s\",\"time\":\"%s\",\"elapsed_ms\":%d,\"data\":%s}"
                        .formatted(
                                name(station),
                                name(station),
                                number,
                                lasting[station],
                                type,
                                now.truncatedTo(ChronoUnit.MILLIS),
                                number * 30,
                                data);
        if (retention == Retention.LASTING) {
            lasting[station] = number;
        }
        server.publish(
                new Message(
                        name(station),
                        Optional.of("session-" + name(station)),
                        type,
                        retention,
                        type,
                        json.getBytes(UTF_8)));
        published.incrementAndGet();
    }

    private static String name(int station) {
        return "bench-%03d".formatted(station + 1);
    }

    @Override
    public void close() {
        left = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

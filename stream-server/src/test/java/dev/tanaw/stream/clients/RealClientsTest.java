package dev.tanaw.stream.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.Bound;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.TestAbortedException;

/// Programs that others wrote, each on a line that breaks again and again while events are being
/// published: told everything, once, in order. They run at one time, because most of them wait one
/// to three seconds before they come back.
@Timeout(180)
class RealClientsTest {
    private static final int CUTS = 10;
    private static final long SEED = 20_261_123;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) / 300;
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final String STREAM = "/stations/stream?from=start";
    private static final String SOCKET = "/stations/socket?from=start";

    private final StreamServer server =
            StreamServer.start(
                    StreamConfig.onPort(0)
                            .holding(new Bound(50_000, 32L << 20), new Bound(50_000, 32L << 20)));
    private final CompletableFuture<Long> last = new CompletableFuture<>();
    private final List<CuttingProxy> proxies = new ArrayList<>();
    private final List<AutoCloseable> running = new ArrayList<>();

    /// Whoever follows the stream; asked when the last event is out.
    interface Follower {
        List<Long> toldUpTo(long last) throws InterruptedException;
    }

    /// Starts a follower, or aborts where this machine lacks it.
    interface Start {
        Follower through(CuttingProxy proxy) throws IOException, InterruptedException;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : running.reversed()) {
            each.close();
        }
        proxies.forEach(CuttingProxy::close);
        server.close();
    }

    @TestFactory
    List<DynamicTest> isToldEverythingOnceAndInOrder() {
        List<DynamicTest> tests = new ArrayList<>();
        Stream.of("eventsource", "eventsource-client", "fetch-event-source", "undici-eventsource")
                .forEach(name ->
                        tests.add(test(name, proxy -> script(name + ".mjs", proxy, STREAM))));
        tests.add(test("fetch", proxy -> script("fetch.mjs", proxy, STREAM)));
        tests.add(test("ws", proxy -> script("ws.mjs", proxy, SOCKET)));
        tests.add(test("curl", this::curl));
        tests.add(test("okhttp-sse", this::okHttp));
        tests.add(test("java.net.http", this::jdk));
        tests.add(test("Chromium", this::chromium));
        Thread.ofPlatform().name("publisher").daemon().start(this::publish);
        return tests;
    }

    private DynamicTest test(String name, Start start) {
        CuttingProxy proxy = new CuttingProxy(server.port(), SEED + proxies.size(), CUTS);
        try {
            Follower follower = start.through(proxy);
            proxies.add(proxy);
            return DynamicTest.dynamicTest(name, () -> isTold(follower, proxy));
        } catch (TestAbortedException e) {
            proxy.close();
            return DynamicTest.dynamicTest(
                    name,
                    () -> {
                        throw e;
                    });
        } catch (IOException e) {
            throw new AssertionError(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(name, e);
        }
    }

    private void isTold(Follower follower, CuttingProxy proxy) throws Exception {
        long end = last.get();
        List<Long> told = follower.toldUpTo(end);

        assertThat(proxy.cuts()).isEqualTo(CUTS);
        assertThat(told).containsExactlyElementsOf(LongStream.rangeClosed(1, end).boxed().toList());
    }

    /// Until each line has been cut as often as it should.
    private void publish() {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        long n = 1;
        while (System.nanoTime() < deadline && !proxies.stream().allMatch(CuttingProxy::isDone)) {
            server.publish(event(n++));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        server.publish(event(n));
        last.complete(n);
    }

    /// Half of it takes more than one byte a character.
    private static Message event(long n) {
        String json =
                "{\"v\":1,\"station\":\"kiosk-07\",\"session\":\"a\",\"says\":\"%s\",\"n\":%d}"
                        .formatted("Peña 漢字 🙂 ".repeat(1 + (int) (n % 7)), n);
        return new Message(
                "kiosk-07",
                Optional.of("a"),
                "state_change",
                Retention.LASTING,
                "state",
                json.getBytes(UTF_8));
    }

    private Follower script(String file, CuttingProxy proxy, String path)
            throws IOException, InterruptedException {
        String scheme = path.equals(SOCKET) ? "ws" : "http";
        return program(List.of("node", file, scheme + host(proxy) + path), Npm.installed());
    }

    private Follower curl(CuttingProxy proxy) throws IOException {
        if (!Npm.isOnPath("curl") || !Npm.isOnPath("bash")) {
            throw new TestAbortedException("no curl and bash on the PATH: apt-get install curl");
        }
        return program(List.of("bash", "curl.sh", "http" + host(proxy) + STREAM), Npm.copied());
    }

    private Follower program(List<String> command, Path folder) throws IOException {
        Told told = new Told();
        running.add(Script.start(folder, command, told));
        return end -> told.upTo(end, PATIENCE_MILLIS);
    }

    private Follower okHttp(CuttingProxy proxy) {
        Told told = new Told();
        OkHttpReader reader = new OkHttpReader("http" + host(proxy) + STREAM, told::tell);
        running.add(reader);
        reader.connect();
        return end -> told.upTo(end, PATIENCE_MILLIS);
    }

    private Follower jdk(CuttingProxy proxy) {
        Told told = new Told();
        URI stream = URI.create("http" + host(proxy) + STREAM);
        Thread reader = Thread.ofVirtual().name("jdk").start(new JdkReader(stream, told::tell));
        running.add(reader::interrupt);
        return end -> told.upTo(end, PATIENCE_MILLIS);
    }

    private Follower chromium(CuttingProxy proxy) throws IOException {
        Chromium chromium = new Chromium();
        running.add(chromium);
        chromium.follow("http" + host(proxy), STREAM);
        return end -> chromium.toldUpTo(end, PATIENCE_MILLIS);
    }

    private static String host(CuttingProxy proxy) {
        return "://127.0.0.1:" + proxy.port();
    }
}

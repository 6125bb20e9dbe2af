package dev.tanaw.desktop.simulate;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.tanaw.desktop.simulate.SimulatedStation.Post;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Many simulated stations, published over HTTP as any producer publishes. One thread, `simulate`,
/// asks each station ten times a second what it has to say; the posts of a station wait for each
/// other, so that they arrive in their order.
public final class Simulation implements AutoCloseable {
    private static final long EVERY_MS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> SITES =
            List.of("Manila", "Quezon City", "Cebu", "Davao", "Baguio", "Iloilo");

    private final URI to;
    private final Optional<String> token;
    private final Consumer<String> complain;
    private final Clock clock;
    private final List<Teller> tellers;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicLong published = new AtomicLong();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("simulate").daemon().factory());
    private volatile String complaint = "";

    /// A station and the post of it that is under way.
    private static final class Teller {
        private final SimulatedStation station;
        private CompletableFuture<?> underWay = CompletableFuture.completedFuture(null);

        Teller(SimulatedStation station) {
            this.station = station;
        }
    }

    /// @param stations how many
    /// @param trouble how likely something happens to a station after a session, 0 to 1
    /// @param complain told once for each new reason for which events are not taken
    public Simulation(
            URI to,
            Optional<String> token,
            int stations,
            double trouble,
            Clock clock,
            Consumer<String> complain) {
        this.to = to;
        this.token = token;
        this.complain = complain;
        this.clock = clock;
        List<Recording> recordings = Recording.all();
        this.tellers =
                IntStream.rangeClosed(1, stations)
                        .mapToObj(number ->
                                new Teller(
                                        new SimulatedStation(
                                                "sim-%03d".formatted(number),
                                                SITES.get(number % SITES.size()),
                                                recordings,
                                                () -> UuidCreator.getTimeOrderedEpoch().toString(),
                                                number,
                                                trouble,
                                                clock.instant())))
                        .toList();
    }

    public void start() {
        var _ = thread.scheduleAtFixedRate(this::tick, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /// Requests that were taken so far.
    public long published() {
        return published.get();
    }

    private void tick() {
        for (Teller teller : tellers) {
            if (teller.underWay.isDone()) {
                List<Post> posts = teller.station.due(clock.instant());
                teller.underWay = send(new ArrayList<>(posts));
            }
        }
    }

    private CompletableFuture<?> send(List<Post> posts) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (Post post : posts) {
            all = all.thenCompose(_ -> send(post));
        }
        return all.exceptionally(failure -> {
            complain("%s: %s".formatted(to, failure.getMessage()));
            return null;
        });
    }

    private CompletableFuture<?> send(Post post) {
        String path =
                post.session().isEmpty()
                        ? "/stations/events"
                        : "/face/sessions/" + post.session() + "/events";
        HttpRequest.Builder request =
                HttpRequest.newBuilder(to.resolve(path + "?station=" + post.station()))
                        .timeout(PATIENCE)
                        .POST(BodyPublishers.ofString(post.body()));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return client.sendAsync(request.build(), BodyHandlers.ofString())
                .thenAccept(answer -> {
                    if (answer.statusCode() == 200) {
                        published.incrementAndGet();
                    } else {
                        complain("%s: %d %s".formatted(to, answer.statusCode(), answer.body()));
                    }
                });
    }

    private void complain(String what) {
        if (!what.equals(complaint)) {
            complaint = what;
            complain.accept(what);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        client.shutdownNow();
    }
}

package dev.tanaw.stream.http;

import dev.tanaw.stream.follow.Followers;
import dev.tanaw.stream.follow.Following;
import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.hub.Stats;
import dev.tanaw.stream.hub.Viewer;
import dev.tanaw.stream.log.EventLog;
import dev.tanaw.stream.log.Keeper;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Position;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The running stream server. Publish from any thread; readers come over HTTP.
public final class StreamServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(1);

    /// What the kernel may hold for a reader that lags: more would only be older news.
    private static final int SEND_BUFFER = 256 * 1024;

    /// Everybody may come back at once. Whom the kernel cannot queue tries again after one second,
    /// then three.
    private static final int BACKLOG = 4096;

    private final Hub hub;
    private final Javalin javalin;

    private final Optional<Keeper> keeper;

    private final Followers followers;

    private StreamServer(Hub hub, Javalin javalin, Optional<Keeper> keeper, Followers followers) {
        this.hub = hub;
        this.javalin = javalin;
        this.keeper = keeper;
        this.followers = followers;
    }

    /// Throws [PortInUse] when another program has the port, and [UncheckedIOException] when the
    /// history is to be kept and cannot be read or written.
    public static StreamServer start(StreamConfig config) {
        return start(config, Optional.empty());
    }

    /// A hub that tells on what others tell.
    public static StreamServer start(StreamConfig config, Following following) {
        return start(config, Optional.of(following));
    }

    private static StreamServer start(StreamConfig config, Optional<Following> following) {
        String fresh = EventLog.newEpoch(config.clock().instant());
        Optional<Keeper> keeper = config.keep().map(keep -> open(keep, fresh, config));
        EventLog log =
                keeper.map(Keeper::log)
                        .orElseGet(() -> new EventLog(fresh, config.perSession(), config.total()));
        Hub hub =
                new Hub(
                        log,
                        config.pulse(),
                        config.limits().idle(),
                        config.limits().lifetime(),
                        config.clock());
        Access access = new Access(config.door(), config.tokens(), config.clock());
        hub.eachTick(config.tokens()::refresh);
        StationDesk desk = new StationDesk(hub, config.clock());
        Followers followers =
                new Followers(
                        hub,
                        draft ->
                                following.ifPresent(
                                        each -> desk.publish(each.name(), List.of(draft))));
        Javalin javalin =
                Javalin.create(settings -> {
                    settings.http.prefer405over404 = true;
                    settings.startup.showJavalinBanner = false;
                    settings.startup.startupWatcherEnabled = false;
                    settings.jetty.addConnector((server, http) -> connector(server, http, config));
                    settings.jetty.threadPool = threads();
                    settings.jetty.modifyServer(
                            server -> frontDoor(server, hub, access, desk, config));
                    new Routes(hub, followers).register(settings.routes);
                    new LoginPage(access).register(settings.routes);
                    Pages.register(settings);
                });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            hub.close();
            keeper.ifPresent(Keeper::close);
            throw new PortInUse(config.host(), config.port(), e);
        }
        StreamServer server = new StreamServer(hub, javalin, keeper, followers);
        config.keep().ifPresent(server::keep);
        following.ifPresentOrElse(
                each -> followers.start(each, hub, config.clock()), hub::conclude);
        return server;
    }

    private static Keeper open(StreamConfig.Keep keep, String fresh, StreamConfig config) {
        try {
            return Keeper.open(keep.folder(), fresh, config.perSession(), config.total());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(StreamConfig.Keep keep) {
        keeper.ifPresent(each -> {
            each.start(hub::spread, () -> keep.whenLost().accept(this));
            hub.eachTick(each::tick);
        });
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("http");
        threads.setDaemon(true);
        return threads;
    }

    private static ServerConnector connector(
            Server server, HttpConfiguration http, StreamConfig config) {
        http.setUriCompliance(UriCompliance.DEFAULT);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.host());
        connector.setPort(config.port());
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.setAcceptQueueSize(BACKLOG);
        return connector;
    }

    private static void frontDoor(
            Server server, Hub hub, Access access, StationDesk desk, StreamConfig config) {
        Handler publishing = new PublishHandler(hub, desk, server.getHandler());
        Seats seats = new Seats(config.limits(), access::isValid);
        Handler streams = new StreamHandler(hub, seats, publishing);
        server.setHandler(new FrontDoor(new Gate(access, streams)));
        server.setErrorHandler(new Problems());
        server.setStopTimeout(0); // streams never end by themselves; they have been drained
    }

    /// `METHOD path` of all that Javalin serves.
    List<String> served() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.method + " " + each.endpoint.path)
                .toList();
    }

    public int port() {
        return javalin.port();
    }

    /// Gives the event its position. Never blocks; the sending is done by other threads.
    public Position publish(Message message) {
        return hub.publish(message);
    }

    /// Nothing more will come of this session; it stays readable for a while.
    public void end(String session) {
        hub.end(session);
    }

    /// Tells who watches this station whenever that changes, on a thread of the server that must
    /// not be held up.
    public void onViewers(Consumer<List<Viewer>> listener) {
        hub.presence().onChange(listener);
    }

    public Stats stats() {
        return hub.stats();
    }

    /// Says goodbye to every reader, waits a second at most, and stops.
    @Override
    public void close() {
        followers.close();
        hub.drain();
        long deadline = System.nanoTime() + DRAIN.toNanos();
        while (!hub.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(5_000_000);
        }
        javalin.stop();
        hub.close();
        keeper.ifPresent(Keeper::close);
    }
}

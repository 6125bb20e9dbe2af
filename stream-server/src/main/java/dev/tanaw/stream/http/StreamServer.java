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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The running stream server. Publish from any thread; readers come over HTTP.
public final class StreamServer implements AutoCloseable {
    /// Of a request that is neither a stream nor publishes.
    private static final int PLAIN_BODY = 64 * 1024;

    private static final Duration DRAIN = Duration.ofSeconds(1);
    private static final Duration LAST_BYTES = Duration.ofMillis(500);

    private final Hub hub;
    private final Javalin javalin;
    private final Doors doors;
    private final Grants grants;
    private final Actions actions;
    private final Pictures pictures;

    private final Optional<Keeper> keeper;

    private final Followers followers;

    private StreamServer(
            Hub hub,
            Javalin javalin,
            Doors doors,
            Grants grants,
            Actions actions,
            Pictures pictures,
            Optional<Keeper> keeper,
            Followers followers) {
        this.hub = hub;
        this.javalin = javalin;
        this.doors = doors;
        this.grants = grants;
        this.actions = actions;
        this.pictures = pictures;
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
        String fresh = EventLog.newEpoch(config.clocks().wall().instant());
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
                        config.clocks());
        Access access = new Access(config.door(), config.tokens(), config.clocks().steady());
        Grants grants = new Grants(config.clocks().steady());
        Actions actions = new Actions(hub);
        Pictures pictures = new Pictures();
        hub.eachTick(config.tokens()::refresh);
        Doors doors = new Doors(config);
        hub.eachTick(doors::tick);
        StationDesk desk = new StationDesk(hub, config.clocks().wall());
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
                    doors.addTo(settings.jetty);
                    settings.jetty.threadPool = threads();
                    settings.jetty.modifyServer(
                            server -> frontDoor(server, hub, access, grants, desk, config));
                    new Routes(hub, followers, actions, pictures).register(settings.routes);
                    new Unmasking(hub, grants).register(settings.routes);
                    actions.register(settings.routes);
                    pictures.register(settings.routes);
                    new LoginPage(access).register(settings.routes);
                    Pages.register(settings);
                });
        try {
            javalin.start();
        } catch (PortInUse e) {
            doors.close();
            hub.close();
            keeper.ifPresent(Keeper::close);
            throw e;
        }
        StreamServer server =
                new StreamServer(hub, javalin, doors, grants, actions, pictures, keeper, followers);
        config.keep().ifPresent(server::keep);
        following.ifPresentOrElse(
                each -> followers.start(each, hub, config.clocks().wall()), hub::conclude);
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

    private static void frontDoor(
            Server server,
            Hub hub,
            Access access,
            Grants grants,
            StationDesk desk,
            StreamConfig config) {
        // Whoever sends half a body must not hold a thread: Javalin is called when it is there.
        Handler plain =
                new EagerContentHandler(
                        server.getHandler(),
                        new EagerContentHandler.RetainedContentLoaderFactory(PLAIN_BODY, -1, true));
        Handler publishing = new PublishHandler(hub, desk, plain);
        Seats seats = new Seats(config.limits(), access::isValid);
        Handler streams = new StreamHandler(hub, seats, grants, publishing);
        server.setHandler(new FrontDoor(config.outside(), new Gate(access, streams)));
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
        return doors.inside();
    }

    /// Where others are served over TLS, with the port that it has; empty when they are not.
    public Optional<Outside> outside() {
        return doors.outside();
    }

    /// Gives the event its position. Never blocks, and never serves a reader that is behind: a few
    /// that have had everything else are written to here, many by another thread.
    public Position publish(Message message) {
        return hub.publish(message);
    }

    /// Nothing more will come of this session; it stays readable for a while.
    public void end(String session) {
        hub.end(session);
    }

    /// From now on a supervisor with a reason may see the values of a session, if this one agrees.
    /// Without it nobody may.
    public void disclose(Disclosure disclosure) {
        grants.announceTo(disclosure);
    }

    /// From now on supervisors may do something about the sessions of this process. Without it they
    /// are told to go to the station's own page.
    public void act(Acting station) {
        actions.by(station);
    }

    /// From now on whoever may read the stream can see the picture of the station in this process.
    /// Without it nobody can.
    public void show(LivePicture picture) {
        pictures.by(picture);
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
        doors.finish(LAST_BYTES);
        javalin.stop();
        hub.close();
        keeper.ifPresent(Keeper::close);
    }
}

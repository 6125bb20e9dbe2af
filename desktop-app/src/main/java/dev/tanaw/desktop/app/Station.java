package dev.tanaw.desktop.app;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.session.Capture;
import dev.tanaw.capture.session.KeptPicture;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.SessionLoop;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.capture.session.Timings;
import dev.tanaw.desktop.kiosk.PairingCode;
import dev.tanaw.desktop.site.Site;
import dev.tanaw.desktop.wire.WireEvent;
import dev.tanaw.stream.access.Pairing;
import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.PortInUse;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.hub.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The station, put together: camera, capture and stream server. What is started here is closed
/// here, in reverse order.
final class Station implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    private final StationConfig config;
    private final Tokens tokens;
    private final StreamServer server;
    private final Latest preview = new Latest();
    private final Latest analysis = new Latest();
    private final Latest glances = new Latest();
    private final Capture capture;
    private final Optics optics;
    private final DiskWatch disk;
    private final LeftOpen leftOpen;
    private final Supervisors supervisors;
    private volatile Optional<String> running = Optional.empty();
    private final List<Trouble> damaged = new ArrayList<>();
    private final List<Consumer<Recorded>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Signal>> ears = new CopyOnWriteArrayList<>();
    private final List<Consumer<WireEvent>> wires = new CopyOnWriteArrayList<>();
    private final List<Consumer<KeptPicture>> viewers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Boolean>> watchers = new CopyOnWriteArrayList<>();
    private final Watched watched =
            new Watched(now -> watchers.forEach(each -> each.accept(now)), System::nanoTime);

    /// With one camera for everything.
    Station(StationConfig config, CameraSource source) throws StartFailure {
        this(config, source, Optional.empty());
    }

    /// @param face the camera for faces, where the other one is for documents alone
    Station(StationConfig config, CameraSource source, Optional<CameraSource> face)
            throws StartFailure {
        this.config = config;
        this.tokens = Tokens.in(TokenCommand.file(config.data()));
        this.server = listen(config, tokens, _ -> noticed(History.LOST));
        this.optics = new Optics(source, face, List.of(preview, analysis, glances), this::seen);
        this.capture =
                new Capture(
                        analysis,
                        Readers.all(
                                config.data(),
                                Clock.systemUTC(),
                                Readers.comparer(config.journey()),
                                damaged::add),
                        Readers.faces(config.journey()),
                        new Capture.Setup(
                                Timings.standard(),
                                Site.of(config.data(), source).gates(),
                                config.journey(),
                                new SessionLoop.Origin(
                                        source.kind().name().toLowerCase(Locale.ROOT),
                                        demonstration(source, face)),
                                new CaptureEvent.StationStatus(
                                        Version.current(),
                                        source.name(),
                                        demonstration(source, face),
                                        false,
                                        config.site()),
                                () -> UuidCreator.getTimeOrderedEpoch().toString(),
                                Clock.systemUTC(),
                                optics::turn,
                                signal -> ears.forEach(ear -> ear.accept(signal)),
                                this::kept),
                        this::happened);
        this.supervisors =
                new Supervisors(
                        () -> running,
                        () -> UuidCreator.getTimeOrderedEpoch().toString(),
                        capture::send);
        this.leftOpen = LeftOpen.in(config.data(), config.name());
        this.disk =
                new DiskWatch(
                        () -> config.data().toFile().getUsableSpace(),
                        (trouble, over) ->
                                capture.send(new Signal.Troubled(Moment.now(), trouble, over)));
    }

    private static boolean demonstration(CameraSource source, Optional<CameraSource> face) {
        return source.demonstration() || face.filter(CameraSource::demonstration).isPresent();
    }

    private void seen(Signal ofCamera) {
        capture.send(ofCamera);
    }

    private static StreamServer listen(
            StationConfig config, Tokens tokens, Consumer<StreamServer> lost) throws StartFailure {
        StreamConfig inside = StreamConfig.onPort(config.port()).trusting(tokens);
        StreamConfig stream = config.outside().map(inside::and).orElse(inside);
        try {
            return StreamServer.start(
                    config.durable() ? History.kept(stream, config.data(), lost) : stream);
        } catch (UncheckedIOException e) {
            throw History.failure(e);
        } catch (PortInUse e) {
            if (e.isOutside()) {
                LOG.warn(notServed(e));
                return listen(config.alone(), tokens, lost);
            }
            throw new StartFailure(
                    Trouble.PORT_IN_USE,
                    "STREAM-01: %s. Nothing was changed. Close the program that has it, perhaps another station, or give another with --port."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    static String notServed(Exception why) {
        return "STREAM-02: other machines cannot watch this station. %s The station works, and is served on this machine."
                .formatted(why.getMessage());
    }

    /// Away from the calling thread, because it writes a file.
    void pair(Consumer<Optional<PairingCode>> answer) {
        Thread.ofVirtual().name("pairing").start(() -> answer.accept(pair()));
    }

    private Optional<PairingCode> pair() {
        try {
            long until = System.nanoTime() + Pairing.VALID.toNanos();
            Pairing.Code code = tokens.pairing().begin(Clock.systemUTC().instant());
            return Optional.of(new PairingCode(code.digits(), until));
        } catch (IOException e) {
            LOG.error("no pairing code could be written", e);
            return Optional.empty();
        }
    }

    private void noticed(Trouble trouble) {
        capture.send(new Signal.Notice(Moment.now(), trouble));
    }

    void start() {
        server.disclose(this::announce);
        server.act(supervisors);
        capture.start();
        optics.start();
        disk.start();
        leftOpen.left().ifPresent(left -> capture.send(new Signal.Interrupted(Moment.now(), left)));
        damaged.forEach(trouble -> capture.send(new Signal.Troubled(Moment.now(), trouble, false)));
    }

    /// There is no window: whether an interrupted session goes on is not asked.
    void askNobody() {
        leftOpen.left()
                .ifPresent(_ ->
                        capture.send(
                                new Signal.Discard(Moment.now(), DiscardReason.NOBODY_TO_ASK)));
    }

    /// What whoever starts the station should know of how it ended last.
    Optional<String> lastEnd() {
        return leftOpen.words();
    }

    int port() {
        return server.port();
    }

    StreamServer server() {
        return server;
    }

    Capture capture() {
        return capture;
    }

    Latest preview() {
        return preview;
    }

    /// Hears each event, full values, on the session thread.
    void listen(Consumer<Recorded> listener) {
        listeners.add(listener);
    }

    /// Gets a share of each picture that is kept, on the session thread, and closes it.
    void onKept(Consumer<KeptPicture> viewer) {
        viewers.add(viewer);
    }

    private void kept(KeptPicture picture) {
        try (picture) {
            viewers.forEach(viewer -> viewer.accept(picture.share()));
        }
    }

    /// Hears each event as it goes over the wire, masked, on the session thread.
    void listenMasked(Consumer<WireEvent> listener) {
        wires.add(listener);
    }

    /// Hears whether somebody watches this station, whenever that changes, on any thread: a person
    /// with a credential follows its events, or anybody sees its picture. Who looks at the wall on
    /// this machine without a credential does not count.
    void onWatched(Consumer<Boolean> listener) {
        watchers.add(listener);
        server.onViewers(viewers ->
                watched.followed(viewers.stream().anyMatch(each -> !each.equals(Viewer.LOCAL))));
    }

    /// Lets those who watch see the coarse picture of the camera.
    void showPictures() {
        server.show(new Glance(config.name(), glances, System::nanoTime, watched::looked));
    }

    /// Hears each signal before the events that follow from it, full values, on the session thread.
    void overhear(Consumer<Signal> ear) {
        ears.add(ear);
    }

    /// Calls back once so many sessions have completed; never for 0.
    void countSessions(int sessions, Runnable enough) {
        AtomicInteger complete = new AtomicInteger();
        listen(recorded -> {
            boolean one =
                    recorded.event() instanceof CaptureEvent.SessionEnded(Outcome outcome)
                            && outcome == Outcome.COMPLETE;
            if (one && complete.incrementAndGet() == sessions) {
                enough.run();
            }
        });
    }

    /// Told before anybody sees a value: the event is on its way to the screen when this returns.
    private boolean announce(String session, String to, String reason) {
        if (!running.filter(session::equals).isPresent()) {
            return false;
        }
        capture.send(new Signal.Disclosed(Moment.now(), session, to, reason));
        return true;
    }

    private void happened(Recorded recorded) {
        WireEvent wire = WireEvent.of(config.name(), recorded);
        server.publish(wire.message(config.name(), recorded.session()));
        if (recorded.event() instanceof CaptureEvent.SessionStarted) {
            running = Optional.of(recorded.session());
        }
        if (recorded.event() instanceof CaptureEvent.SessionEnded) {
            running = Optional.empty();
            server.end(recorded.session());
        }
        leftOpen.happened(recorded);
        supervisors.happened(recorded);
        wires.forEach(listener -> listener.accept(wire));
        listeners.forEach(listener -> listener.accept(recorded));
    }

    @Override
    public void close() {
        disk.close();
        optics.close();
        capture.close();
        leftOpen.close();
        preview.close();
        analysis.close();
        glances.close();
        optics.release();
        server.close();
    }
}

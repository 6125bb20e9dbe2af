package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays the person before the replay camera: brings a document, turns it over when asked, takes it
/// away at the end, and comes back with the next one. It sees what a person sees (the state), and
/// touches nothing but the stage and, for a document without a back, the button that says so.
final class Player implements AutoCloseable {
    /// A person looks at the screen before doing what it says.
    private static final long NOTICE_MS = 700;

    /// Between one person and the next.
    private static final long PAUSE_MS = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    private final ReplayStage stage;
    private final Iterator<List<Prop>> documents;
    private final ScheduledExecutorService hand =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("player").daemon().factory());
    private final Consumer<List<Prop>> done;
    private List<Prop> held = List.of();

    /// What was held before and may still be on its way out.
    private List<Prop> leaving = List.of();

    private volatile Runnable noBack = () -> {};

    /// @param done gets each document when it can no longer be seen
    private Player(ReplayStage stage, Iterator<List<Prop>> documents, Consumer<List<Prop>> done) {
        this.stage = stage;
        this.documents = documents;
        this.done = done;
    }

    /// A passport, then a card, then a licence, each of somebody else.
    static Player ofSpecimens(ReplayStage stage) {
        Iterator<List<Prop>> documents =
                Stream.iterate(0L, seed -> seed + 1).map(Player::specimen).iterator();
        return new Player(stage, documents, sides -> sides.forEach(side -> side.picture().close()));
    }

    /// The documents of a folder in turn, over and over.
    static Player ofPictures(ReplayStage stage, List<List<Prop>> documents) {
        return new Player(
                stage,
                Stream.iterate(0, i -> (i + 1) % documents.size()).map(documents::get).iterator(),
                _ -> {});
    }

    /// @param button pressed when a back is asked for and the document has none
    void onNoBack(Runnable button) {
        noBack = button;
    }

    ReplayStage stage() {
        return stage;
    }

    void start() {
        later(this::next, NOTICE_MS);
    }

    /// On the session thread: only asks the hand.
    void happened(Recorded recorded) {
        if (!(recorded.event() instanceof CaptureEvent.StateChanged change)) {
            return;
        }
        if (change.to() == Step.FLIP_TO_BACK) {
            later(this::turn, NOTICE_MS);
        } else if (change.to() == Step.SEARCHING && change.from() == Step.CONFIRM) {
            later(() -> show(Side.FRONT), NOTICE_MS);
        } else if (change.to() == Step.COMPLETE) {
            later(stage::remove, NOTICE_MS);
        } else if (change.to() == Step.READY) {
            later(stage::remove, 0);
            later(this::next, PAUSE_MS);
        }
    }

    private void later(Runnable move, long milliseconds) {
        if (!hand.isShutdown()) {
            var _ = hand.schedule(() -> moving(move), milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    private static void moving(Runnable move) {
        try {
            move.run();
        } catch (RuntimeException e) {
            LOG.error("the demonstration cannot go on", e);
        }
    }

    private void next() {
        done.accept(leaving);
        leaving = held;
        held = documents.next();
        show(Side.FRONT);
    }

    private void turn() {
        if (held.size() > 1) {
            show(Side.BACK);
        } else {
            noBack.run();
        }
    }

    private void show(Side side) {
        stage.present(side == Side.FRONT ? held.getFirst() : held.getLast());
    }

    private static List<Prop> specimen(long seed) {
        List<Specimen> sides =
                switch ((int) (seed % 3)) {
                    case 0 -> List.of(Specimens.passport(seed));
                    case 1 -> Specimens.idCard(seed);
                    default -> Specimens.licence(seed);
                };
        return sides.stream().map(Prop::of).toList();
    }

    @Override
    public void close() {
        hand.shutdownNow();
    }
}

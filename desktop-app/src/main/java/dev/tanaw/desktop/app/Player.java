package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays the person before the replay camera: brings a document, turns it over when asked, shows
/// their face, goes at the end, and comes back with the next document. It sees what a person sees
/// (the state), and touches nothing but the stage and the buttons of the window.
final class Player implements AutoCloseable {
    /// A person looks at the screen before doing what it says.
    private static final long NOTICE_MS = 700;

    private static final long READING_MS = 2_500;

    private static final long LOOKING_MS = 5_000;

    /// Between one person and the next.
    private static final long PAUSE_MS = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(Player.class);

    private final ReplayStage stage;

    /// Where the person's face is shown.
    private ReplayStage people;

    private final Iterator<List<Prop>> documents;
    private final ScheduledExecutorService hand =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("player").daemon().factory());
    private final Consumer<List<Prop>> done;
    private final Prop person = Prop.person();
    private List<Prop> held = List.of();
    private volatile Consumer<Signal> button = _ -> {};

    /// Where the session is; an answer to a question that is no longer asked is not given.
    private volatile Step step = Step.READY;

    /// What was held before and may still be on its way out.
    private List<Prop> leaving = List.of();

    /// @param done gets each document when it can no longer be seen
    private Player(ReplayStage stage, Iterator<List<Prop>> documents, Consumer<List<Prop>> done) {
        this.stage = stage;
        this.people = stage;
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

    /// @param buttons what the person at the window would press: an answer that is asked for, and
    ///   that a document has no back
    void presses(Consumer<Signal> buttons) {
        button = buttons;
    }

    ReplayStage stage() {
        return stage;
    }

    /// Before the start: another camera sees the person.
    void showFacesOn(ReplayStage other) {
        people = other;
    }

    void start() {
        later(this::next, NOTICE_MS);
    }

    /// On the session thread: only asks the hand.
    void happened(Recorded recorded) {
        if (!(recorded.event() instanceof CaptureEvent.StateChanged change)) {
            return;
        }
        step = change.to();
        answer(change);
        if (change.to() == Step.FLIP_TO_BACK) {
            later(this::turn, NOTICE_MS);
        } else if (change.to() == Step.SEARCHING && change.reason().isEmpty()) {
            aimed(change);
        } else if (change.to() == Step.COMPLETE) {
            later(this::leave, NOTICE_MS);
        } else if (change.to() == Step.READY) {
            later(this::leave, 0);
            later(this::next, PAUSE_MS);
        }
    }

    /// Another side is looked for, and not the same one again after a slip.
    private void aimed(CaptureEvent.StateChanged change) {
        if (change.side().equals(Optional.of(Side.FACE))) {
            later(() -> people.present(person), NOTICE_MS);
        } else if (change.from() == Step.CONFIRM || change.from() == Step.SUMMARY) {
            later(() -> show(Side.FRONT), NOTICE_MS);
        }
    }

    /// Slow enough to be seen. What goes on by itself is left to do so.
    private void answer(CaptureEvent.StateChanged change) {
        boolean waits = change.animation().isZero();
        switch (change.to()) {
            case CONSENT -> answering(change.to(), READING_MS, Signal.Agree::new);
            case DOCUMENT_CHOICE ->
                    answering(
                            change.to(),
                            READING_MS,
                            at -> new Signal.Choose(at, DocumentKind.OTHER));
            case CONFIRM, SUMMARY -> {
                if (waits) {
                    answering(change.to(), LOOKING_MS, Signal.Confirm::new);
                    answering(
                            change.to(),
                            LOOKING_MS + NOTICE_MS,
                            at -> new Signal.Overrule(at, OverrideReason.COMPARED_BY_EYE));
                }
            }
            case READY,
                    SEARCHING,
                    BACK_SEARCHING,
                    LOCKED,
                    COUNTDOWN,
                    CAPTURED,
                    FLIP_TO_BACK,
                    COMPLETE -> {}
        }
    }

    private void answering(Step question, long milliseconds, Function<Moment, Signal> answer) {
        later(
                () -> {
                    if (step == question) {
                        button.accept(answer.apply(Moment.now()));
                    }
                },
                milliseconds);
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

    private void leave() {
        stage.remove();
        people.remove();
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
            button.accept(new Signal.SkipBack(Moment.now()));
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

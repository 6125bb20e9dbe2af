package dev.tanaw.capture.session;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.Recovery;
import java.util.List;
import java.util.Optional;

/// The part of the machine after the program ended in the middle of a session. Its pictures and
/// values went with the program, so that session is over: whoever keeps its events ends it. What
/// can go on is the person's turn, in a session of its own.
final class Interruption {
    private final Timings timings;

    Interruption(Timings timings) {
        this.timings = timings;
    }

    /// The first thing that a station hears.
    static Transition found(State state, Signal.Interrupted found) {
        if (!(state instanceof State.Ready)) {
            return Transition.refused(state);
        }
        return Transition.to(
                new State.Interrupted(found.left(), found.at()),
                told(found.left(), Recovery.ASKED, Optional.empty()));
    }

    Transition asked(State.Interrupted state, Signal signal) {
        return switch (signal) {
            case Signal.TakeUp _ ->
                    Transition.to(
                            state,
                            told(state.left(), Recovery.RESUMED, Optional.empty()),
                            new Effect.AskSession(Optional.of(state.left())));
            case Signal.Discard discard -> discarded(state, discard.reason());
            case Signal.Leave _ -> discarded(state, DiscardReason.NOT_ANSWERED);
            case Signal.Tick tick
                    when tick.at().since(state.since()).compareTo(timings.idle()) >= 0 ->
                    discarded(state, DiscardReason.NOT_ANSWERED);
            case Signal.Beginning _,
                    Signal.Seen _,
                    Signal.Reported _,
                    Signal.Wish _,
                    Signal.OfStation _,
                    Signal.Tick _ ->
                    Transition.unmoved(state, signal);
        };
    }

    private static Transition discarded(State.Interrupted state, DiscardReason reason) {
        return Transition.to(
                State.Ready.DISARMED, told(state.left(), Recovery.DISCARDED, Optional.of(reason)));
    }

    /// A session that begins while the question stands answers it.
    static List<Effect> begun(State.Interrupted state, Signal.Beginning first) {
        return first instanceof Signal.Resume
                ? List.of()
                : discarded(state, DiscardReason.BEGUN_ANEW).effects();
    }

    private static Effect told(OpenSession left, Recovery recovery, Optional<DiscardReason> why) {
        return new Effect.PublishStation(
                new CaptureEvent.SessionInterrupted(
                        left.id(), left.startedAt(), left.step(), recovery, why));
    }
}

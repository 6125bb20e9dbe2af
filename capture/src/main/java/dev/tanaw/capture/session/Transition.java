package dev.tanaw.capture.session;

import java.util.ArrayList;
import java.util.List;

/// What follows from a state and a signal.
///
/// @param accepted false when the signal means nothing in this state: nothing changed
public record Transition(State next, List<Effect> effects, boolean accepted) {
    public Transition {
        effects = List.copyOf(effects);
    }

    static Transition to(State next, List<Effect> effects) {
        return new Transition(next, effects, true);
    }

    static Transition to(State next, Effect... effects) {
        return new Transition(next, List.of(effects), true);
    }

    static Transition refused(State state) {
        return new Transition(state, List.of(), false);
    }

    /// Frames, ticks and the end of the station come whether they are wanted or not; anything else
    /// was meant and is refused.
    static Transition unmoved(State state, Signal signal) {
        return signal instanceof Signal.Judged
                        || signal instanceof Signal.Moved
                        || signal instanceof Signal.Tick
                        || signal instanceof Signal.Leave
                ? to(state)
                : refused(state);
    }

    Transition before(List<Effect> first) {
        List<Effect> all = new ArrayList<>(first);
        all.addAll(effects);
        return new Transition(next, all, accepted);
    }
}

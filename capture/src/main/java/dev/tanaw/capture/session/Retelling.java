package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Gives the machine the signals that a station got, one after the other, without pictures, readers
/// or waiting: the same signals give the same events.
public final class Retelling {
    private final Deque<Signal> coming;
    private final Course course;

    /// @param setup of which the ids and the origin are not asked: the signals have them
    /// @param listener gets each event once, in order
    public Retelling(List<Signal> signals, Capture.Setup setup, Consumer<Recorded> listener) {
        this.coming = new ArrayDeque<>(signals);
        this.course =
                new Course(
                        new CaptureMachine(setup.timings(), setup.gates(), setup.journey()),
                        new Pictureless(),
                        (_, _) -> answer(),
                        setup.wall(),
                        setup.heard(),
                        listener);
    }

    /// @throws java.util.NoSuchElementException when the machine asks for something that the
    ///   station was never told
    public void play() {
        while (!coming.isEmpty()) {
            course.take(coming.remove());
        }
    }

    /// What the station found when it carried out what the machine wanted came next.
    private Signal answer() {
        return coming.remove();
    }

    /// There are no pictures; what became of them is among the signals.
    private final class Pictureless implements SessionLoop.Pictures {
        @Override
        public void lookFor(Side side) {}

        @Override
        public void clearBurst() {}

        @Override
        public void addToBurst(long frame) {}

        @Override
        public Signal keepBest(String session, Side side, Moment at) {
            return answer();
        }

        @Override
        public void read(String session, Side side) {}

        @Override
        public void compare(String session) {}

        @Override
        public void drop(String session, Side side) {}

        @Override
        public void turnOver(String session) {}

        @Override
        public void release(String session) {}
    }
}

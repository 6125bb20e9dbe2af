package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import java.time.Duration;

/// One thing that happens before the replay camera, and how long it takes.
public sealed interface Segment {
    Duration lasts();

    /// Whether a command may cut it short; a hand that moves finishes its movement.
    default boolean waiting() {
        return switch (this) {
            case Empty _, Glare _, Hold _, Shake _, Sweep _, Change _ -> true;
            case Approach _, Flip _, Remove _ -> false;
        };
    }

    /// The desk alone.
    record Empty(Duration lasts) implements Segment {}

    /// A hand brings a document and holds it.
    record Approach(Prop prop, Duration lasts) implements Segment {}

    /// A lamp's reflection crosses the held document.
    record Glare(Duration lasts) implements Segment {}

    /// Held as still as a hand can.
    record Hold(Duration lasts) implements Segment {}

    /// A sudden movement there and back, such as must cancel a countdown.
    record Shake(Duration lasts) implements Segment {}

    /// Moved slowly nearer and farther and back, once.
    record Sweep(Duration lasts) implements Segment {}

    /// Turned over; the other side comes up.
    record Flip(Prop other, Duration lasts) implements Segment {}

    /// What is held is now this, and held still: a finger has been taken off, say.
    record Change(Prop other, Duration lasts) implements Segment {}

    /// Taken away.
    record Remove(Duration lasts) implements Segment {}
}

package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Side;
import java.time.Duration;

/// How long things take. The countdown is a safety rule and never shorter than 600 ms.
///
/// @param lockAfter how long a framed document must be still before the station asks to hold steady
/// @param stillFor how long it must have been still before the countdown (Stripe Identity: 500 ms)
/// @param countdown between "ready" and the shot
/// @param faceCountdown the same for a face: time to look into the camera
/// @param faceForgives how long a gate may fail before that countdown is given up: people blink
/// @param shutter flash and check mark after the shot
/// @param flip the card's turn on the screen
/// @param extraction longest wait for the readers
/// @param confirm until a capture that nobody refuses is taken as right
/// @param summary until a summary that nobody touches is taken as right
/// @param done how long the end is shown
/// @param idle without any document in view, or any touch, until the session is given up
/// @param warning how long before that it is said
/// @param missing without any document in view until that is said
/// @param attempt with documents in view but no shot until the session is given up
/// @param stalled without a frame until the camera's picture counts as old
/// @param qualityEvery least time between two quality events that say nothing new
public record Timings(
        Duration lockAfter,
        Duration stillFor,
        Duration countdown,
        Duration faceCountdown,
        Duration faceForgives,
        Duration shutter,
        Duration flip,
        Duration extraction,
        Duration confirm,
        Duration summary,
        Duration done,
        Duration idle,
        Duration warning,
        Duration missing,
        Duration attempt,
        Duration stalled,
        Duration qualityEvery) {
    private static final Duration LEAST_COUNTDOWN = Duration.ofMillis(600);

    public Timings {
        if (countdown.compareTo(LEAST_COUNTDOWN) < 0
                || faceCountdown.compareTo(LEAST_COUNTDOWN) < 0) {
            throw new IllegalArgumentException(
                    "countdown %s or %s below 600 ms".formatted(countdown, faceCountdown));
        }
    }

    Duration countdown(Side side) {
        return side == Side.FACE ? faceCountdown : countdown;
    }

    /// How long a gate may fail before a countdown is given up.
    Duration forgives(Side side) {
        return side == Side.FACE ? faceForgives : Duration.ZERO;
    }

    public static Timings standard() {
        return new Timings(
                Duration.ofMillis(200),
                Duration.ofMillis(500),
                LEAST_COUNTDOWN,
                Duration.ofSeconds(2),
                Duration.ofMillis(300),
                Duration.ofMillis(400),
                Duration.ofMillis(400),
                Duration.ofSeconds(6),
                Duration.ofSeconds(4),
                Duration.ofSeconds(8),
                Duration.ofSeconds(4),
                Duration.ofSeconds(60),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(180),
                Duration.ofMillis(500),
                Duration.ofMillis(100));
    }
}

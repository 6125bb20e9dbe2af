package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Instruction;
import java.time.Duration;

/// The one instruction on the screen. What was said stays long enough to be read, and what is
/// wanted only for a moment is not said at all; success and the call to flip are said at once.
/// Pure.
///
/// @param shown what the person reads now
/// @param shownFor how long it has stood
/// @param wanted what the newest frame asks for
/// @param wantedFrames for how many frames in a row
public record Guidance(Instruction shown, Duration shownFor, Instruction wanted, int wantedFrames) {
    /// BlinkID's published values: 1.5 s for what is wrong, 1 s for the search.
    private static final Duration CORRECTION = Duration.ofMillis(1500);

    private static final Duration SEARCH = Duration.ofSeconds(1);

    /// One flickering frame says nothing.
    private static final int CONVINCED = 3;

    public static Guidance start(Instruction instruction) {
        return new Guidance(instruction, Duration.ZERO, instruction, 0);
    }

    /// @param passed since the frame before; nothing when that is negative, as a clock that is set
    ///   back would otherwise hold the words on the screen for as long as it jumped
    public Guidance next(Instruction wish, Duration passed) {
        Duration stood = passed.isNegative() ? shownFor : shownFor.plus(passed);
        int frames = wish == wanted ? wantedFrames + 1 : 1;
        if (wish == shown) {
            return new Guidance(shown, stood, wish, frames);
        }
        boolean read = stood.compareTo(leastStay(shown)) >= 0 && frames >= CONVINCED;
        return urgent(wish) || read ? start(wish) : new Guidance(shown, stood, wish, frames);
    }

    private static boolean urgent(Instruction instruction) {
        return switch (instruction) {
            case FLIP,
                    WAIT_CAMERA,
                    DONE,
                    ASK_CONSENT,
                    CHOOSE_DOCUMENT,
                    TURN_LEFT,
                    TURN_RIGHT,
                    BLINK,
                    READING,
                    TAKEN,
                    CHECK,
                    STEADY,
                    DO_NOT_MOVE ->
                    true;
            case SHOW_CORNERS,
                    STRAIGHTEN,
                    TOO_CLOSE,
                    TOO_FAR,
                    CENTRE,
                    TOO_DARK,
                    TOO_BRIGHT,
                    LESS_GLARE,
                    HOLD_STILL,
                    SHARPEN,
                    OTHER_SIDE,
                    ONE_FACE,
                    FACE_CAMERA,
                    LEVEL_HEAD,
                    OPEN_EYES,
                    CLOSE_MOUTH,
                    SHOW_BACK,
                    SHOW_FACE,
                    SHOW_DOCUMENT ->
                    false;
        };
    }

    private static Duration leastStay(Instruction instruction) {
        return switch (instruction) {
            case SHOW_BACK, SHOW_FACE, SHOW_DOCUMENT -> SEARCH;
            case SHOW_CORNERS,
                    STRAIGHTEN,
                    TOO_CLOSE,
                    TOO_FAR,
                    CENTRE,
                    TOO_DARK,
                    TOO_BRIGHT,
                    LESS_GLARE,
                    HOLD_STILL,
                    SHARPEN,
                    OTHER_SIDE,
                    ONE_FACE,
                    FACE_CAMERA,
                    LEVEL_HEAD,
                    OPEN_EYES,
                    CLOSE_MOUTH ->
                    CORRECTION;
            case FLIP,
                    WAIT_CAMERA,
                    DONE,
                    ASK_CONSENT,
                    CHOOSE_DOCUMENT,
                    TURN_LEFT,
                    TURN_RIGHT,
                    BLINK,
                    READING,
                    TAKEN,
                    CHECK,
                    STEADY,
                    DO_NOT_MOVE ->
                    Duration.ZERO;
        };
    }
}

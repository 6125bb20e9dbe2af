package dev.tanaw.capture.quality;

import dev.tanaw.capture.event.Instruction;
import java.util.OptionalDouble;

/// Where a camera was measured to be sharp. Distance is told as dpi on the document, which is the
/// same for a card and a passport held at the same distance.
///
/// @param from farthest, in dpi; empty when the picture never got blurred on that side
/// @param to nearest, in dpi; empty likewise
public record FocusRange(OptionalDouble from, OptionalDouble to) {
    public static final FocusRange UNKNOWN =
            new FocusRange(OptionalDouble.empty(), OptionalDouble.empty());

    public FocusRange {
        double least = from.orElse(0);
        double most = to.orElse(Double.MAX_VALUE);
        if (!(least >= 0 && least < most) || Double.isInfinite(most)) {
            throw new IllegalArgumentException("sharp from %s to %s dpi".formatted(from, to));
        }
    }

    /// What somebody can do whose document is not sharp at this distance; NaN when it is unknown.
    Instruction sharpening(double dpi) {
        if (from.isPresent() && dpi < from.getAsDouble()) {
            return Instruction.TOO_FAR;
        }
        return to.isPresent() && dpi > to.getAsDouble()
                ? Instruction.TOO_CLOSE
                : Instruction.SHARPEN;
    }
}

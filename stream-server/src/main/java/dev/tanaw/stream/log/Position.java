package dev.tanaw.stream.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in one log, written `<epoch>-<offset>`. The epoch names the log, so that a position of a
/// lost history is never mistaken for one of this. Offset 0 lies before the first event.
public record Position(String epoch, long offset) {
    /// 18 digits cannot overflow a long; 12 + 1 + 18 stays within the 32 characters of the wire.
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})-(0|[1-9][0-9]{0,17})");

    private static final Pattern EPOCH = Pattern.compile("[0-9a-z]{1,12}");

    public Position {
        if (!EPOCH.matcher(epoch).matches() || offset < 0) {
            throw new IllegalArgumentException("position: %s, %d".formatted(epoch, offset));
        }
    }

    /// Empty for anything that this program has never written; the length is checked first, so that
    /// a hostile header costs nothing.
    public static Optional<Position> parse(String text) {
        if (text.length() > 32) {
            return Optional.empty();
        }
        Matcher match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new Position(match.group(1), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "-" + offset;
    }
}

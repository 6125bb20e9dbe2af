package dev.tanaw.capture.event;

import java.util.List;

/// One value that was read from a document.
///
/// @param name on the wire, like `date_of_birth`
/// @param value as read; dates as ISO 8601. Personal: never to a log, never unmasked to the wire
/// @param confidence 0 to 1, from evidence
/// @param checks what was checked, like `mrz_check_digit:pass`
/// @param repaired true where a check digit decided between look-alikes
/// @param sources all that say this value, the one that it was taken from first
/// @param alternatives what other sources say instead, or how they spell it
/// @param box four corners on the rectified picture, each coordinate 0 to 1; empty when unknown
public record Field(
        String name,
        String value,
        double confidence,
        Source source,
        List<String> checks,
        boolean repaired,
        List<Place> box,
        List<Source> sources,
        List<Alternative> alternatives) {

    /// Where a value came from.
    public enum Source {
        MRZ,
        BARCODE,
        SIGNED_QR,
        PRINTED,
        TYPED
    }

    /// What another source says.
    ///
    /// @param agrees true where it is the same in another spelling, false where it is something
    ///   else
    public record Alternative(String value, Source source, double confidence, boolean agrees) {
        /// Never shows the value.
        @Override
        public String toString() {
            return "Alternative[" + source + ", " + confidence + "]";
        }
    }

    /// A place on a picture as shares of its width and height.
    public record Place(double x, double y) {}

    public Field {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(name + ": confidence " + confidence);
        }
        checks = List.copyOf(checks);
        box = List.copyOf(box);
        sources = List.copyOf(sources);
        alternatives = List.copyOf(alternatives);
    }

    /// As one source says it.
    public Field(
            String name,
            String value,
            double confidence,
            Source source,
            List<String> checks,
            boolean repaired,
            List<Place> box) {
        this(name, value, confidence, source, checks, repaired, box, List.of(source), List.of());
    }

    /// Whether two sources say different things of it.
    public boolean conflict() {
        return alternatives.stream().anyMatch(other -> !other.agrees());
    }

    public Band band() {
        return Band.of(confidence);
    }

    /// Never shows the value: a record in a log line must not give a person away.
    @Override
    public String toString() {
        return "Field[" + name + ", " + source + ", " + confidence + "]";
    }
}

package dev.tanaw.capture.event;

/// How alike the person and the portrait on the document look to a network: a hint for whoever
/// compares the two, never a verdict.
///
/// The limits are distances of [dev.tanaw.capture.face.FaceTemplate]. Of the pairs of one person in
/// faces-orl and faces-caltech 97 and 99 % are at most 0.50 apart, of those of two people 0.02 and
/// 0 %; above 0.62 are 0.3 and 0 % of the former (docs/decisions/0011-face.md).
public enum Resemblance {
    ALIKE,
    UNSURE,
    UNLIKE,
    /// There was nothing to compare: no face is seen on the document, or on the picture.
    NOT_SEEN;

    private static final double ALIKE_TO = 0.50;
    private static final double UNSURE_TO = 0.62;

    /// @param distance NaN where there is none
    public static Resemblance of(double distance) {
        if (Double.isNaN(distance)) {
            return NOT_SEEN;
        }
        return distance <= ALIKE_TO ? ALIKE : distance <= UNSURE_TO ? UNSURE : UNLIKE;
    }
}

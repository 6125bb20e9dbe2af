package dev.tanaw.capture.locate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The straight lines that most edge pixels lie on, each pixel voting for the few directions that
/// its own gradient allows (Hough transform).
final class LineVote {
    private static final int ANGLES = 180;
    private static final int LINES = 44;

    /// A gradient of a blurred or textured edge is this many degrees off at most.
    private static final int SPREAD = 4;

    private static final float LEAST = 0.42f;
    private static final float LEAST_VOTES = 4;

    private final double[] cosine = new double[ANGLES];
    private final double[] sine = new double[ANGLES];
    private float[] votes = new float[0];

    LineVote() {
        for (int a = 0; a < ANGLES; a++) {
            cosine[a] = Math.cos(Math.toRadians(a));
            sine[a] = Math.sin(Math.toRadians(a));
        }
    }

    /// Strongest first; of lines that nearly coincide only the strongest.
    List<Line> strongest(EdgeField field) {
        int half = (int) Math.ceil(Math.hypot(field.width(), field.height())) + 2;
        int bins = 2 * half;
        if (votes.length == ANGLES * bins) {
            Arrays.fill(votes, 0);
        } else {
            votes = new float[ANGLES * bins];
        }
        for (int y = 1; y < field.height() - 1; y++) {
            for (int x = 1; x < field.width() - 1; x++) {
                if (field.strength(x, y) >= LEAST) {
                    vote(field, x, y, half);
                }
            }
        }
        return peaks(bins, half);
    }

    private void vote(EdgeField field, int x, int y, int half) {
        double degrees = Math.toDegrees(Math.atan2(field.down(x, y), field.across(x, y)));
        int middle = (int) Math.round(degrees);
        float weight = field.strength(x, y) - LEAST + 0.1f;
        for (int turn = -SPREAD; turn <= SPREAD; turn++) {
            int angle = Math.floorMod(middle + turn, ANGLES);
            double offset = (x + 0.5) * cosine[angle] + (y + 0.5) * sine[angle];
            votes[angle * 2 * half + (int) Math.round(offset) + half] += weight;
        }
    }

    /// Bins that beat their neighbours, strongest first.
    private List<Line> peaks(int bins, int half) {
        List<Peak> peaks = new ArrayList<>();
        for (int angle = 0; angle < ANGLES; angle++) {
            for (int bin = 2; bin < bins - 2; bin++) {
                float here = votes[angle * bins + bin];
                if (here >= LEAST_VOTES
                        && here >= votes[angle * bins + bin - 1]
                        && here >= votes[angle * bins + bin + 1]) {
                    peaks.add(new Peak(angle, bin - half, here));
                }
            }
        }
        peaks.sort(Comparator.comparingDouble(Peak::votes).reversed());
        List<Peak> kept = new ArrayList<>();
        for (Peak peak : peaks) {
            if (kept.size() == LINES) {
                break;
            }
            if (kept.stream().noneMatch(peak::nearlyCoincides)) {
                kept.add(peak);
            }
        }
        return kept.stream()
                .map(peak -> new Line(cosine[peak.angle], sine[peak.angle], peak.offset))
                .toList();
    }

    private record Peak(int angle, int offset, float votes) {
        boolean nearlyCoincides(Peak other) {
            int turn = Math.abs(angle - other.angle);
            // Half a turn further the same line has the other sign.
            boolean mirrored = turn > ANGLES / 2;
            int away = mirrored ? offset + other.offset : offset - other.offset;
            return Math.min(turn, ANGLES - turn) <= 4 && Math.abs(away) <= 3;
        }
    }
}

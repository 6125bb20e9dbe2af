package dev.tanaw.capture.locate;

import java.util.Arrays;
import java.util.List;

/// What the rim of the frame looks like, and how much of an area looks otherwise: a document
/// differs from what surrounds it in colour, whatever pattern the two have.
final class Surroundings {
    private static final int COLOURS = 512;

    private final double[] rim = new double[COLOURS];
    private final double[] all = new double[COLOURS];
    private int width;
    private int height;

    /// Row by row, running sums of foreignness.
    private double[] sums = new double[0];

    void look(EdgeField field) {
        width = field.width();
        height = field.height();
        Arrays.fill(rim, 0);
        Arrays.fill(all, 0);
        int edge = height / 12;
        double rimCells = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int colour = field.colour(x, y);
                all[colour]++;
                if (x < edge || y < edge || x >= width - edge || y >= height - edge) {
                    rim[colour]++;
                    rimCells++;
                }
            }
        }
        double cells = (double) width * height;
        double[] foreign = new double[COLOURS];
        for (int c = 0; c < COLOURS; c++) {
            double outside = (rim[c] + 1) / rimCells;
            double everywhere = (all[c] + 1) / cells;
            foreign[c] = Math.clamp(1 - outside / everywhere / 1.6, 0, 1);
        }
        if (sums.length != (width + 1) * height) {
            sums = new double[(width + 1) * height];
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = y * (width + 1) + x;
                sums[at + 1] = sums[at] + foreign[field.colour(x, y)];
            }
        }
    }

    /// Mean foreignness inside minus that outside, −1 to 1.
    double contrast(Quad quad) {
        List<Point> corners = quad.corners();
        double inside = 0;
        double insideCells = 0;
        double total = 0;
        for (int y = 0; y < height; y++) {
            double from = Double.MAX_VALUE;
            double to = -Double.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                Point a = corners.get(i);
                Point b = corners.get((i + 1) % 4);
                double middle = y + 0.5;
                if (a.y() <= middle != b.y() <= middle) {
                    double x = a.x() + (middle - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
                    from = Math.min(from, x);
                    to = Math.max(to, x);
                }
            }
            int row = y * (width + 1);
            total += sums[row + width];
            if (to > from) {
                int left = Math.clamp(Math.round(from), 0, width);
                int right = Math.clamp(Math.round(to), 0, width);
                inside += sums[row + right] - sums[row + left];
                insideCells += right - left;
            }
        }
        double outsideCells = (double) width * height - insideCells;
        if (insideCells < 1 || outsideCells < 1) {
            return 0;
        }
        return inside / insideCells - (total - inside) / outsideCells;
    }
}

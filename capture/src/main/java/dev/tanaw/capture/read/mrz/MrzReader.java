package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads the machine readable zone from a picture of a document seen straight on, the right way up
/// or upside down. What does not hold together (doubtful characters, wrong check digits all over)
/// is not read at all. Thread-safe: each reading has its own buffers.
public final class MrzReader implements AutoCloseable {
    /// Characters of margin on either side of a strip.
    private static final double MARGIN = 1.5;

    /// Mean probability of a character from which a zone is believed, and check digits for it.
    private static final double CONVINCING = 0.75;

    private static final int CHECKS = 2;

    private final List<Mat> glyphs;

    private MrzReader(List<Mat> glyphs) {
        this.glyphs = glyphs;
    }

    public static MrzReader load() throws ReaderDamaged {
        return new MrzReader(Glyphs.draw());
    }

    /// @param picture 8-bit BGR or grey, any size; 1000 pixels across or more read best
    public MrzReading read(Mat picture) {
        if (picture.empty() || picture.cols() < 200 || picture.rows() < 60) {
            return new MrzReading.Unreadable(MrzReading.Reason.NO_LINES);
        }
        try (Mat grey = grey(picture);
                LineFinder finder = new LineFinder();
                Rectifier rectifier = new Rectifier()) {
            List<List<Quad>> groups = finder.find(grey);
            Optional<Mrz> upright = best(grey, groups, rectifier);
            if (upright.isPresent()) {
                return new MrzReading.Read(upright.get());
            }
            Optional<Mrz> turned =
                    best(grey, groups.stream().map(MrzReader::turned).toList(), rectifier);
            if (turned.isPresent()) {
                return new MrzReading.Read(turned.get());
            }
            return new MrzReading.Unreadable(
                    groups.isEmpty()
                            ? MrzReading.Reason.NO_LINES
                            : MrzReading.Reason.NOT_CONVINCING);
        }
    }

    private static Mat grey(Mat picture) {
        Mat grey = new Mat();
        if (picture.channels() == 1) {
            picture.copyTo(grey);
        } else {
            opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
        }
        return grey;
    }

    /// The same lines as someone reads them who stands on the other side.
    private static List<Quad> turned(List<Quad> lines) {
        return lines.reversed().stream().map(Quad::turnedHalf).toList();
    }

    private Optional<Mrz> best(Mat grey, List<List<Quad>> groups, Rectifier rectifier) {
        return groups.stream()
                .flatMap(lines ->
                        formats(lines.size()).stream().map(f -> read(grey, lines, f, rectifier)))
                .flatMap(Optional::stream)
                .filter(MrzReader::convincing)
                .max(Comparator.comparingDouble(MrzReader::merit));
    }

    private static List<MrzFormat> formats(int lines) {
        return lines == 3 ? List.of(MrzFormat.TD1) : List.of(MrzFormat.TD3, MrzFormat.TD2);
    }

    private Optional<Mrz> read(Mat grey, List<Quad> lines, MrzFormat format, Rectifier rectifier) {
        List<Correlation> strips =
                lines.stream().map(line -> correlation(grey, line, format, rectifier)).toList();
        List<MrzLine> read = decode(strips, lines, format);
        boolean visa = read.getFirst().text().startsWith("V");
        MrzFormat meant =
                switch (format) {
                    case TD3 -> visa ? MrzFormat.MRV_A : format;
                    case TD2 -> visa ? MrzFormat.MRV_B : format;
                    case TD1, MRV_A, MRV_B -> format;
                };
        return Optional.of(new Mrz(meant, meant == format ? read : decode(strips, lines, meant)));
    }

    private static List<MrzLine> decode(
            List<Correlation> strips, List<Quad> places, MrzFormat format) {
        List<MrzLine> lines = new ArrayList<>();
        for (int i = 0; i < strips.size(); i++) {
            double start = MARGIN * Glyphs.PITCH + (Glyphs.PITCH - Glyphs.WIDTH) / 2;
            lines.add(
                    new MrzLine(
                            Grid.read(strips.get(i), format, i, start, Glyphs.PITCH),
                            Optional.of(places.get(i))));
        }
        return lines;
    }

    /// Cuts the line out at the size of the glyphs and compares it with them.
    private Correlation correlation(Mat grey, Quad line, MrzFormat format, Rectifier rectifier) {
        // The ink ends a little inside the outer cells.
        double pitch = line.width() / (format.length() - 0.25);
        double scale = Glyphs.PITCH / pitch;
        Quad strip = widened(line, Correlation.STRIP / scale, pitch * MARGIN);
        try (Mat cut = new Mat()) {
            rectifier.rectify(
                    grey, strip, (int) Math.round(strip.width() * scale), Correlation.STRIP, cut);
            return Correlation.of(cut, glyphs);
        }
    }

    /// The line with its height set to `height` about its middle, and a margin at both ends.
    private static Quad widened(Quad line, double height, double margin) {
        Point left = middle(line.topLeft(), line.bottomLeft());
        Point right = middle(line.topRight(), line.bottomRight());
        double length = left.distance(right);
        double alongX = (right.x() - left.x()) / length;
        double alongY = (right.y() - left.y()) / length;
        double half = height / 2;
        return new Quad(
                new Point(
                        left.x() - alongX * margin + alongY * half,
                        left.y() - alongY * margin - alongX * half),
                new Point(
                        right.x() + alongX * margin + alongY * half,
                        right.y() + alongY * margin - alongX * half),
                new Point(
                        right.x() + alongX * margin - alongY * half,
                        right.y() + alongY * margin + alongX * half),
                new Point(
                        left.x() - alongX * margin - alongY * half,
                        left.y() - alongY * margin + alongX * half));
    }

    private static Point middle(Point a, Point b) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
    }

    private static boolean convincing(Mrz mrz) {
        return mean(mrz) >= CONVINCING && right(mrz) >= CHECKS;
    }

    private static double merit(Mrz mrz) {
        return right(mrz) + mean(mrz);
    }

    private static long right(Mrz mrz) {
        return mrz.checks().values().stream().filter(pass -> pass).count();
    }

    private static double mean(Mrz mrz) {
        return mrz.lines().stream()
                .flatMap(line -> line.symbols().stream())
                .mapToDouble(Symbol::probability)
                .average()
                .orElse(0);
    }

    @Override
    public void close() {
        glyphs.forEach(Mat::close);
    }
}

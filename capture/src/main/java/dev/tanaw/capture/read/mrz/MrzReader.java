package dev.tanaw.capture.read.mrz;

import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads the machine readable zone from a picture of a document seen straight on, the right way up
/// or upside down. What does not hold together (doubtful characters, wrong check digits all over)
/// is not read at all. Thread-safe: each reading has its own buffers.
public final class MrzReader implements AutoCloseable {
    /// Height of a capital in a strip of [Recogniser#HEIGHT].
    private static final double CAPITAL = 20;

    /// Capital height over character pitch, OCR-B size I: 2.4 mm over 2.54 mm.
    private static final double CAPITAL_PER_PITCH = 2.4 / 2.54;

    /// Characters of margin on either side of a strip.
    private static final double MARGIN = 1;

    /// Mean probability of a character from which a zone is believed, and check digits for it.
    private static final double CONVINCING = 0.75;

    private static final int CHECKS = 2;

    private final Recogniser recogniser;

    private MrzReader(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    public static MrzReader load() throws ModelDamaged {
        return new MrzReader(Recogniser.load());
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
        List<float[][]> steps =
                lines.stream().map(line -> steps(grey, line, format, rectifier)).toList();
        List<MrzLine> read = decode(steps, lines, format);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        boolean visa = read.getFirst().text().startsWith("V");
        if (visa && format == MrzFormat.TD3) {
            return whole(MrzFormat.MRV_A, decode(steps, lines, MrzFormat.MRV_A));
        }
        if (visa && format == MrzFormat.TD2) {
            return whole(MrzFormat.MRV_B, decode(steps, lines, MrzFormat.MRV_B));
        }
        return whole(format, read);
    }

    private static Optional<Mrz> whole(MrzFormat format, List<MrzLine> lines) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Mrz(format, lines));
    }

    private static List<MrzLine> decode(
            List<float[][]> steps, List<Quad> places, MrzFormat format) {
        List<MrzLine> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Symbol> symbols = LineDecoder.decode(steps.get(i), format, i);
            if (symbols.size() != format.length()) {
                return List.of();
            }
            lines.add(new MrzLine(symbols, Optional.of(places.get(i))));
        }
        return lines;
    }

    /// Cuts the line out, at the size for which the recogniser was trained, and reads it.
    private float[][] steps(Mat grey, Quad line, MrzFormat format, Rectifier rectifier) {
        double pitch = line.width() / (format.length() - 0.2);
        double capital = pitch * CAPITAL_PER_PITCH;
        Quad strip = widened(line, capital * Recogniser.HEIGHT / CAPITAL, pitch * MARGIN);
        double scale = CAPITAL / capital;
        int width = ((int) Math.round(strip.width() * scale) + 7) / 8 * 8;
        try (Mat cut = new Mat();
                Mat numbers = new Mat()) {
            rectifier.rectify(grey, strip, width, Recogniser.HEIGHT, cut);
            opencv_core.normalize(cut, cut, 0, 255, opencv_core.NORM_MINMAX, -1, null);
            cut.convertTo(numbers, opencv_core.CV_32F, 1 / 255.0, 0);
            try (FloatPointer values = new FloatPointer(numbers.data())) {
                FloatBuffer buffer = FloatBuffer.allocate(width * Recogniser.HEIGHT);
                values.get(buffer.array());
                return recogniser.read(buffer, width);
            }
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
        recogniser.close();
    }
}

package dev.tanaw.capture.read.text;

import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.network.Network;
import dev.tanaw.capture.read.network.NetworkDamaged;
import dev.tanaw.capture.read.network.ShippedFile;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// Reads the print on a document seen straight on, whichever of its two long sides is up.
/// Thread-safe.
public final class TextReader implements AutoCloseable {
    private static final String DETECTOR = "models/ch_PP-OCRv4_det_infer.onnx";
    private static final String DETECTOR_SHA256 =
            "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9";
    private static final String RECOGNISER = "models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String RECOGNISER_SHA256 =
            "01963c554a1a00203c5746bca5306fc05a1278a014495383ddd935d0d2ac0415";
    private static final String KEYS = "models/ppocr_keys_v1.txt";
    private static final String KEYS_SHA256 =
            "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7";

    private static final String LATIN = "dev/tanaw/capture/read/text/latin.onnx";

    /// Below it a run is texture, not print.
    private static final double PRINT = 0.6;

    /// Mean clarity of upright print; upside down it is far less.
    private static final double UPRIGHT = 0.85;

    /// Runs that are read both ways to tell which way is up.
    private static final int PROBES = 3;

    private static final double PROBE_ASPECT = 3;

    /// In degrees: what stands more askew was stamped across the document.
    private static final double MOST_SLOPE = 8;

    /// Larger pictures say nothing more; none is ever read beyond it.
    private static final int MOST_SIDE = 4_096;

    private final Network detecting;
    private final Network recognising;
    private final Network latin;
    private final TextDetector detector;
    private final TextRecogniser recogniser;
    private final LatinRecogniser second;

    private TextReader(Network detecting, Network recognising, Charset charset, Network latin) {
        this.detecting = detecting;
        this.recognising = recognising;
        this.latin = latin;
        this.detector = new TextDetector(detecting);
        this.recogniser = new TextRecogniser(recognising, charset);
        this.second = new LatinRecogniser(latin);
    }

    public static TextReader load() throws NetworkDamaged {
        Charset charset = Charset.of(ShippedFile.read(KEYS, KEYS_SHA256));
        Network detecting = Network.open(DETECTOR, DETECTOR_SHA256);
        Network recognising = Network.open(RECOGNISER, RECOGNISER_SHA256);
        return new TextReader(detecting, recognising, charset, Network.open(LATIN));
    }

    /// All of it, on the calling thread.
    ///
    /// @param document 8UC3, lying
    /// @param limit after which no further run is begun
    /// @param wanted asked before each run; false ends the reading
    public Page read(Mat document, Duration limit, BooleanSupplier wanted) {
        return begin(document, limit, wanted, _ -> false).read();
    }

    /// The same, where others may help. The limit counts from now.
    ///
    /// @param known whether a run that says this holds no value: it is read by one reader alone
    public PageReading begin(
            Mat document, Duration limit, BooleanSupplier wanted, Predicate<String> known) {
        if (Math.max(document.cols(), document.rows()) > MOST_SIDE) {
            throw new IllegalArgumentException("a picture of more than %d".formatted(MOST_SIDE));
        }
        return new PageReading(this, document, limit, wanted, known);
    }

    /// Where print stands.
    List<Quad> places(Mat document) {
        return detector.find(document).stream()
                .filter(place -> Math.abs(place.rollDegrees()) < MOST_SLOPE)
                .toList();
    }

    /// One run; empty where it is texture, not print.
    Optional<TextLine> read(Mat document, Quad place, Predicate<String> known) {
        List<TextLine> quick = second.read(document, place);
        // Four in five milliseconds of a run are the other reader's.
        if (quick.stream().allMatch(line -> line.clarity() >= UPRIGHT && known.test(line.text()))) {
            return Optional.of(quick.getFirst());
        }
        return Optional.of(recogniser.read(document, place))
                .filter(line -> !line.letters().isEmpty() && line.clarity() >= PRINT)
                .map(line -> zone(line) ? line : SecondOpinion.joined(line, quick));
    }

    /// A line of a machine readable zone has its own reader.
    private static boolean zone(TextLine line) {
        return line.letters().stream().filter(letter -> letter.symbol() == '<').count() > 2;
    }

    /// @param turned is then the document the other way up
    boolean upsideDown(Mat document, Mat turned, List<Quad> places) {
        List<Quad> probes =
                places.stream()
                        .filter(place -> place.width() > PROBE_ASPECT * place.height())
                        .sorted(Comparator.comparingDouble(Quad::height).reversed())
                        .limit(PROBES)
                        .toList();
        double upright = clarity(document, probes);
        if (probes.isEmpty() || upright >= UPRIGHT) {
            return false;
        }
        opencv_core.rotate(document, turned, opencv_core.ROTATE_180);
        return clarity(turned, probes.stream().map(place -> turned(place, document)).toList())
                > upright;
    }

    private double clarity(Mat document, List<Quad> probes) {
        return probes.stream()
                .mapToDouble(place -> recogniser.read(document, place).clarity())
                .average()
                .orElse(0);
    }

    static Quad turned(Quad place, Mat document) {
        return place.turnedHalf().about(document.cols(), document.rows());
    }

    @Override
    public void close() {
        detecting.close();
        recognising.close();
        latin.close();
    }
}

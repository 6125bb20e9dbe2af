package dev.tanaw.capture.read.barcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.DecodeHintType;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Reader;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import com.google.zxing.oned.MultiFormatOneDReader;
import com.google.zxing.pdf417.PDF417Reader;
import com.google.zxing.qrcode.QRCodeReader;
import dev.tanaw.capture.locate.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Size;

/// Reads bar codes with ZXing, one of each kind at most: the picture is tried as it is, then
/// smoothed, larger, smaller and turned, until each wanted kind was found or the time is over.
/// Thread-safe: nothing is kept between calls.
public final class BarcodeReader {
    /// Longer payloads are no document's and are passed over.
    public static final int LONGEST = 16_384;

    private static final int SMALLEST_SIDE = 12;

    /// Beyond it a picture is made smaller first: no document's code needs more.
    private static final int LARGEST_SIDE = 2_400;

    private static final int SMALL = 900;

    /// How the picture is prepared for an attempt, the most promising first.
    private enum Look {
        AS_IT_IS,
        GLOBAL,
        SMOOTHED,
        HALF,
        TWICE,
        TURNED,
        THIRD,
        SLANTED
    }

    /// @param picture 8-bit BGR or grey, any size
    /// @param wanted which kinds to look for
    /// @param limit after which no further attempt is begun
    public List<Barcode> read(Mat picture, Set<Symbology> wanted, Duration limit) {
        if (picture.empty() || Math.min(picture.cols(), picture.rows()) < SMALLEST_SIDE) {
            return List.of();
        }
        long until = System.nanoTime() + limit.toNanos();
        Map<Symbology, Barcode> found = new EnumMap<>(Symbology.class);
        try (Mat grey = grey(picture)) {
            double shrunk = (double) grey.cols() / picture.cols();
            for (Look look : Look.values()) {
                Set<Symbology> left = EnumSet.noneOf(Symbology.class);
                left.addAll(wanted);
                left.removeAll(found.keySet());
                if (left.isEmpty() || System.nanoTime() - until >= 0) {
                    break;
                }
                attempt(grey, look, left, shrunk, until)
                        .forEach(code -> found.put(code.symbology(), code));
            }
        }
        return List.copyOf(found.values());
    }

    private static Mat grey(Mat picture) {
        Mat grey = new Mat();
        if (picture.channels() == 1) {
            picture.copyTo(grey);
        } else {
            opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
        }
        int side = Math.max(grey.cols(), grey.rows());
        if (side > LARGEST_SIDE) {
            scale(grey, (double) LARGEST_SIDE / side);
        }
        return grey;
    }

    private static void scale(Mat grey, double factor) {
        try (Size size =
                new Size(
                        (int) Math.max(1, Math.round(grey.cols() * factor)),
                        (int) Math.max(1, Math.round(grey.rows() * factor)))) {
            opencv_imgproc.resize(
                    grey,
                    grey,
                    size,
                    0,
                    0,
                    factor < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_CUBIC);
        }
    }

    private static List<Barcode> attempt(
            Mat grey, Look look, Set<Symbology> wanted, double shrunk, long until) {
        try (Mat seen = new Mat()) {
            double scale = prepare(grey, look, seen);
            if (scale == 0 || seen.cols() * scale < SMALLEST_SIDE) {
                return List.of();
            }
            if (scale != 1) {
                scale(seen, scale);
            }
            boolean inPlace = look != Look.TURNED && look != Look.SLANTED;
            LuminanceSource pixels = luminance(seen);
            Binarizer binarizer =
                    look == Look.GLOBAL
                            ? new GlobalHistogramBinarizer(pixels)
                            : new HybridBinarizer(pixels);
            BinaryBitmap bitmap = new BinaryBitmap(binarizer);
            List<Barcode> found = new ArrayList<>();
            for (Symbology symbology : wanted) {
                if (System.nanoTime() - until >= 0) {
                    break;
                }
                decode(bitmap, symbology)
                        .map(result ->
                                new Barcode(
                                        symbology,
                                        result.getText(),
                                        inPlace ? place(result, scale * shrunk) : List.of()))
                        .ifPresent(found::add);
            }
            return found;
        }
    }

    /// @return by how much the picture shall be larger, 0 when this look is of no use
    private static double prepare(Mat grey, Look look, Mat seen) {
        grey.copyTo(seen);
        return switch (look) {
            case AS_IT_IS, GLOBAL -> 1;
            case SMOOTHED -> {
                try (Size size = new Size(3, 3)) {
                    opencv_imgproc.GaussianBlur(grey, seen, size, 0);
                }
                yield 1;
            }
            case HALF -> 0.5;
            case THIRD -> 1 / 3.0;
            case TWICE -> Math.max(grey.cols(), grey.rows()) <= SMALL ? 2 : 0;
            case TURNED -> {
                opencv_core.rotate(grey, seen, opencv_core.ROTATE_90_CLOCKWISE);
                yield 1;
            }
            case SLANTED -> {
                slant(grey, seen);
                yield 1;
            }
        };
    }

    /// Linear and stacked codes are looked for along rows; this finds those that lie askew.
    private static void slant(Mat grey, Mat seen) {
        try (Point2f centre = new Point2f(grey.cols() / 2f, grey.rows() / 2f);
                Mat turn = opencv_imgproc.getRotationMatrix2D(centre, 30, 1);
                Size size = new Size(grey.cols(), grey.rows())) {
            opencv_imgproc.warpAffine(grey, seen, turn, size);
        }
    }

    private static LuminanceSource luminance(Mat grey) {
        byte[] bytes = new byte[grey.cols() * grey.rows()];
        grey.data().get(bytes);
        return new PlanarYUVLuminanceSource(
                bytes, grey.cols(), grey.rows(), 0, 0, grey.cols(), grey.rows(), false);
    }

    private static Optional<Result> decode(BinaryBitmap bitmap, Symbology symbology) {
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(symbology.format()));
        hints.put(DecodeHintType.TRY_HARDER, true);
        if (symbology == Symbology.QR_CODE || symbology == Symbology.DATA_MATRIX) {
            hints.put(DecodeHintType.ALSO_INVERTED, true);
        }
        try {
            Result result = reader(symbology.format()).decode(bitmap, hints);
            return Optional.of(result).filter(BarcodeReader::plausible);
        } catch (NotFoundException | ChecksumException | FormatException _) {
            return Optional.empty();
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException _) {
            // ZXing lets these out on some damaged codes; they mean the same.
            return Optional.empty();
        }
    }

    private static Reader reader(BarcodeFormat format) {
        return switch (format) {
            case PDF_417 -> new PDF417Reader();
            case QR_CODE -> new QRCodeReader();
            case DATA_MATRIX -> new DataMatrixReader();
            default ->
                    new MultiFormatOneDReader(
                            Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format)));
        };
    }

    private static boolean plausible(Result result) {
        boolean linear =
                Arrays.stream(Symbology.values())
                        .anyMatch(s -> s.linear() && s.format() == result.getBarcodeFormat());
        int length = result.getText().length();
        return length <= LONGEST && length >= (linear ? 4 : 1);
    }

    private static List<Point> place(Result result, double scale) {
        return Stream.ofNullable(result.getResultPoints())
                .flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .map(point -> new Point(point.getX() / scale, point.getY() / scale))
                .toList();
    }
}

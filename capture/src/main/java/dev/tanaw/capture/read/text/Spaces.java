package dev.tanaw.capture.read.text;

import dev.tanaw.capture.read.text.TextLine.Letter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// Puts back the spaces that the recogniser leaves out between words: where the ink between two
/// letters stands apart much farther than between the others.
final class Spaces {
    /// Share of the strip's height that holds capitals.
    private static final double CAPITAL = 0.6;

    /// Least gap in heights of a capital; a space is about half of one, letters stand a tenth
    /// apart.
    private static final double WIDE = 0.3;

    /// And against the usual gap of this run, for titles that are set with air.
    private static final double USUAL = 2.1;

    private static final double PROBABILITY = 0.95;

    /// Rows at the rims belong to neighbours.
    private static final double RIM = 0.14;

    private Spaces() {}

    /// @param strip 8UC3
    /// @param natural width of the strip against its height as printed, 1 when not squeezed
    static List<Letter> in(Mat strip, List<Letter> letters, double natural) {
        boolean[] ink = ink(strip);
        int[] gaps = new int[Math.max(0, letters.size() - 1)];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = widest(ink, letters.get(i).at(), letters.get(i + 1).at());
        }
        int[] sorted = gaps.clone();
        Arrays.sort(sorted);
        double usual = sorted.length == 0 ? 0 : sorted[sorted.length / 3];
        double wide = Math.max(WIDE * CAPITAL * strip.rows() * natural, USUAL * usual + 2);
        List<Letter> spaced = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            Letter letter = letters.get(i);
            spaced.add(letter);
            boolean between =
                    i < gaps.length && letter.symbol() != ' ' && letters.get(i + 1).symbol() != ' ';
            if (between && gaps[i] >= wide) {
                double at = (letter.at() + letters.get(i + 1).at()) / 2;
                spaced.add(new Letter(' ', PROBABILITY, at));
            }
        }
        return spaced;
    }

    private static int widest(boolean[] ink, double from, double to) {
        int widest = 0;
        int run = 0;
        int end = Math.min(ink.length, (int) Math.ceil(to * ink.length));
        for (int x = Math.max(0, (int) (from * ink.length)); x < end; x++) {
            run = ink[x] ? 0 : run + 1;
            widest = Math.max(widest, run);
        }
        return widest;
    }

    /// Which columns hold ink: what is fewer of dark and light.
    private static boolean[] ink(Mat strip) {
        int width = strip.cols();
        byte[] pixels = new byte[width * strip.rows()];
        try (Mat grey = new Mat();
                Mat binary = new Mat()) {
            opencv_imgproc.cvtColor(strip, grey, opencv_imgproc.COLOR_BGR2GRAY);
            opencv_imgproc.threshold(
                    grey,
                    binary,
                    0,
                    255,
                    opencv_imgproc.THRESH_BINARY_INV | opencv_imgproc.THRESH_OTSU);
            if (opencv_core.countNonZero(binary) > pixels.length / 2) {
                opencv_core.bitwise_not(binary, binary);
            }
            binary.data().get(pixels);
        }
        boolean[] ink = new boolean[width];
        int top = (int) (RIM * strip.rows());
        for (int x = 0; x < width; x++) {
            int count = 0;
            for (int y = top; y < strip.rows() - top; y++) {
                count += pixels[y * width + x] != 0 ? 1 : 0;
            }
            ink[x] = count >= 2;
        }
        return ink;
    }
}

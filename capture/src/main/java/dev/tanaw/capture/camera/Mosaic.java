package dev.tanaw.capture.camera;

import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// A picture from which no word and no face can be had back: each cell is the mean of its pixels,
/// in a few steps of each colour.
///
/// Of a card that fills 60 % of the frame's width, a cell is 4.5 mm: two characters of its
/// machine-readable zone (2.54 mm apart) and more than a line of print. A face that fills a third
/// of the height is 6 cells high; recognisers need an eye distance of tens of pixels, people some
/// 16 cells across a face. The steps take what is left between one picture and the next, which a
/// long look could otherwise add up.
public final class Mosaic {
    /// Cells along the longer side.
    public static final int CELLS = 32;

    /// Steps of each colour.
    public static final int STEPS = 8;

    private Mosaic() {}

    /// @param frame 8UC3; is not changed
    /// @return a PNG of at most [#CELLS] by [#CELLS] pixels
    public static byte[] of(Mat frame) {
        double scale = (double) CELLS / Math.max(frame.cols(), frame.rows());
        int wide = Math.max(1, (int) Math.round(frame.cols() * scale));
        int high = Math.max(1, (int) Math.round(frame.rows() * scale));
        try (Mat cells = new Mat();
                Size size = new Size(wide, high);
                BytePointer bytes = new BytePointer()) {
            resize(frame, cells, size, 0, 0, INTER_AREA);
            step(cells);
            if (!imencode(".png", cells, bytes)) {
                throw new IllegalStateException("a PNG of a few hundred pixels cannot be made");
            }
            byte[] png = new byte[(int) bytes.limit()];
            bytes.get(png);
            return png;
        }
    }

    private static void step(Mat cells) {
        double width = 255.0 / (STEPS - 1);
        try (UByteIndexer pixels = cells.createIndexer()) {
            for (long row = 0; row < cells.rows(); row++) {
                for (long column = 0; column < cells.cols(); column++) {
                    for (long colour = 0; colour < cells.channels(); colour++) {
                        int value = pixels.get(row, column, colour);
                        pixels.put(
                                row,
                                column,
                                colour,
                                (int) Math.round(Math.round(value / width) * width));
                    }
                }
            }
        }
    }
}

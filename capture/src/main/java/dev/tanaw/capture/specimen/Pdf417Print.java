package dev.tanaw.capture.specimen;

import com.google.zxing.WriterException;
import com.google.zxing.pdf417.encoder.PDF417;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.nio.charset.StandardCharsets;

/// Prints a PDF417 with modules of whole dots, three times as high as wide, on a white field.
final class Pdf417Print {
    /// 0.30 mm: the coarsest that lets a card's width hold ten columns.
    private static final int DOTS_PER_MODULE = 7;

    private static final int COLUMNS = 10;
    private static final int MOST_ROWS = 90;
    private static final int HIGH = 3;
    private static final int CORRECTION = 4;
    private static final int QUIET_MODULES = 5;

    private Pdf417Print() {}

    /// @return the height in millimetres, quiet zone included
    static double print(Canvas canvas, String payload, double y) {
        byte[][] rows = modules(payload);
        int width = (rows[0].length + 2 * QUIET_MODULES) * DOTS_PER_MODULE;
        int height = (rows.length + 2 * QUIET_MODULES) * DOTS_PER_MODULE;
        int left = (Canvas.dots(canvas.widthMm()) - width) / 2;
        Graphics2D pen = canvas.pen();
        AffineTransform before = pen.getTransform();
        pen.setTransform(AffineTransform.getTranslateInstance(left, Canvas.dots(y)));
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(12, 12, 14));
        for (int row = 0; row < rows.length; row++) {
            // The library's matrix begins with the lowest row.
            bars(pen, rows[rows.length - 1 - row], (row + QUIET_MODULES) * DOTS_PER_MODULE);
        }
        pen.setTransform(before);
        return height / Canvas.DOTS_PER_MM;
    }

    private static void bars(Graphics2D pen, byte[] row, int y) {
        int from = 0;
        while (from < row.length) {
            int to = from;
            while (to < row.length && row[to] == row[from]) {
                to++;
            }
            if (row[from] == 1) {
                pen.fillRect(
                        (from + QUIET_MODULES) * DOTS_PER_MODULE,
                        y,
                        (to - from) * DOTS_PER_MODULE,
                        DOTS_PER_MODULE);
            }
            from = to;
        }
    }

    private static byte[][] modules(String payload) {
        PDF417 code = new PDF417();
        code.setDimensions(COLUMNS, COLUMNS, MOST_ROWS, 3);
        code.setEncoding(StandardCharsets.ISO_8859_1);
        try {
            code.generateBarcodeLogic(payload, CORRECTION);
        } catch (WriterException e) {
            throw new IllegalStateException("a short text does not fit into a PDF417", e);
        }
        return code.getBarcodeMatrix().getScaledMatrix(1, HIGH);
    }
}

package dev.tanaw.capture.specimen;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.GlyphVector;
import java.util.List;

/// Prints the machine readable zone: OCR-B size I, ten characters to the inch, each centred on its
/// own place, lines a quarter of an inch apart (ICAO Doc 9303 part 3).
final class MrzZone {
    /// From the lower edge of the document.
    static final double HEIGHT_MM = 23.2;

    private static final double PITCH_MM = 2.54;
    private static final double LINE_MM = 6.35;
    private static final double CAPITAL_MM = 2.35;
    private static final Color INK = new Color(14, 14, 18);

    private MrzZone() {}

    /// @param lastBaseline of the last line, from the lower edge of the document
    static void print(Canvas canvas, List<String> lines, double left, double lastBaseline) {
        Font font = Fonts.tall(Fonts.OCR_B, CAPITAL_MM);
        double baseline = canvas.heightMm() - lastBaseline - LINE_MM * (lines.size() - 1);
        for (String line : lines) {
            print(canvas, line, left, baseline, font);
            baseline += LINE_MM;
        }
    }

    private static void print(Canvas canvas, String line, double left, double baseline, Font font) {
        canvas.pen().setColor(INK);
        for (int i = 0; i < line.length(); i++) {
            GlyphVector glyph =
                    font.createGlyphVector(
                            canvas.pen().getFontRenderContext(), line.substring(i, i + 1));
            double advance = glyph.getLogicalBounds().getWidth();
            double x = left + i * PITCH_MM + (PITCH_MM - advance) / 2;
            canvas.pen().drawGlyphVector(glyph, (float) x, (float) baseline);
        }
    }
}

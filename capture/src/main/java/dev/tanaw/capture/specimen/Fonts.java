package dev.tanaw.capture.specimen;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The program's own fonts: a fresh machine may have none, and the same seed must give the same
/// picture on each.
final class Fonts {
    static final Font REGULAR = load("Inter-Regular.otf");
    static final Font BOLD = load("Inter-SemiBold.otf");
    static final Font OCR_B = load("OCRB.otf");

    /// Heights are measured at this size and scaled down.
    private static final float UNIT = 100;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private Fonts() {}

    /// A font by the height of its capitals in millimetres, which is what one measures on paper.
    static Font tall(Font font, double capitalMm) {
        Font unit = font.deriveFont(UNIT);
        double capital = unit.createGlyphVector(EXACT, "H").getVisualBounds().getHeight();
        return font.deriveFont((float) (UNIT * capitalMm / capital));
    }

    static double widthMm(Font font, String text) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    static InputStream resource(String name) {
        InputStream in = Fonts.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing from the program: " + name);
        }
        return in;
    }

    private static Font load(String name) {
        try (InputStream in = resource(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the program's own font is damaged: " + name, e);
        }
    }
}

package dev.tanaw.capture.locate;

/// The sizes of ISO/IEC 7810 in which identity documents come, in millimetres.
public enum DocumentShape {
    ID1(85.60, 53.98),
    ID2(105, 74),
    ID3(125, 88);

    private static final double MM_PER_INCH = 25.4;

    private final double widthMm;
    private final double heightMm;

    DocumentShape(double widthMm, double heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    public double widthMm() {
        return widthMm;
    }

    public double heightMm() {
        return heightMm;
    }

    public double aspect() {
        return widthMm / heightMm;
    }

    /// ID-1 or ID-3 by the proportion of the sides. ID-2 has the proportion of ID-3 and cannot be
    /// told from it by shape.
    public static DocumentShape nearest(Quad quad) {
        double aspect =
                Math.max(quad.width(), quad.height()) / Math.min(quad.width(), quad.height());
        return aspect > Math.sqrt(ID1.aspect() * ID3.aspect()) ? ID1 : ID3;
    }

    /// How far the proportion is from the nearest of these shapes, as the absolute logarithm.
    static double strangeness(Quad quad, int frameWidth, int frameHeight) {
        double stretch = quad.stretch(frameWidth, frameHeight);
        return Math.min(
                Math.abs(Math.log(stretch / ID1.aspect())),
                Math.abs(Math.log(stretch / ID3.aspect())));
    }

    /// Pixels per inch that the frame offers on the document.
    public double dpi(Quad quad) {
        return Math.max(quad.width(), quad.height()) / (widthMm / MM_PER_INCH);
    }
}

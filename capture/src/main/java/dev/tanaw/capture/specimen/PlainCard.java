package dev.tanaw.capture.specimen;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the Philippine and European cards have in common: a sheet of ID-1 in two colours with its
/// own lines, and the word that says what it is.
final class PlainCard implements AutoCloseable {
    static final Color VALUE = new Color(22, 24, 30);

    private final Specimen.Kind kind;
    private final Specimen.Face face;
    private final Canvas sheet;
    private final Print print = new Print();

    PlainCard(Specimen.Kind kind, Specimen.Face face, Color upper, Color lower, Color lines) {
        this.kind = kind;
        this.face = face;
        this.sheet = new Canvas(IdCard.WIDTH_MM, IdCard.HEIGHT_MM);
        // Each kind and side has lines of its own.
        int pattern = Math.floorMod((kind.name() + face.name()).hashCode(), 5);
        double phase = pattern * 1.7;
        sheet.paper(upper, lower);
        Color pale = new Color(lines.getRed(), lines.getGreen(), lines.getBlue(), 60);
        new Guilloche(sheet, pale, new Color(120, 130, 190, 55))
                .waves(1.1, 3.2, 40 + 3 * pattern, phase)
                .rosette(60, 32, 17, 7 + pattern, 9);
    }

    Canvas sheet() {
        return sheet;
    }

    /// Label above, value below, and the value into the truth.
    PlainCard field(String name, String label, String value, double x, double y, double capitalMm) {
        return field(name, label, value, value, x, y, capitalMm);
    }

    PlainCard field(
            String name,
            String label,
            String value,
            String truth,
            double x,
            double y,
            double capitalMm) {
        sheet.field(label, value, x, y, capitalMm);
        print.with(name, truth);
        return this;
    }

    /// Label and value in one row.
    PlainCard row(
            String name, String label, String value, String truth, double x, double gap, double y) {
        sheet.text(label, x, y, 1.2, VALUE);
        sheet.bold(value, x + gap, y, 1.75, VALUE);
        print.with(name, truth);
        return this;
    }

    Print print() {
        return print;
    }

    Specimen specimen(Map<String, String> fields, Optional<String> barcode) {
        return new Specimen(
                kind,
                face,
                sheet.image(),
                IdCard.WIDTH_MM,
                List.of(),
                fields,
                barcode,
                print.values());
    }

    @Override
    public void close() {
        sheet.close();
    }
}

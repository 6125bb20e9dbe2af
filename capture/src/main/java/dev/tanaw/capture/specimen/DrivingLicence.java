package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.printed;
import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A driving licence, 85.60 × 53.98 mm, with a PDF417 in the manner of AAMVA on the back.
final class DrivingLicence {
    private static final Color INK = new Color(122, 32, 52);
    private static final Color VALUE = new Color(22, 24, 30);

    private DrivingLicence() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        String number =
                "U%s-%s-%s"
                        .formatted(
                                Paper.digits(random, 2),
                                Paper.digits(random, 2),
                                Paper.digits(random, 6));
        Paper paper = Paper.of(number, 5, random);
        return List.of(front(person, paper), back(person, paper));
    }

    private static Specimen front(Person person, Paper paper) {
        try (Canvas sheet = new Canvas(IdCard.WIDTH_MM, IdCard.HEIGHT_MM)) {
            background(sheet, 0.2);
            Emblem.draw(sheet, 60, 33, 14, new Color(160, 50, 70, 38));
            banner(sheet);
            Emblem.draw(sheet, 78.4, 5.0, 3.7, Color.WHITE);
            sheet.spaced("UTOPIA", 4, 6.2, 2.5, 0.5, Color.WHITE);
            sheet.text("DRIVING LICENCE · LISENSYA SA PAGMAMANEHO", 28, 6.1, 1.2, Color.WHITE);
            Portrait portrait = new Portrait(sheet, person);
            portrait.engraved(4, 12.6, 24, 30.5);
            numbered(sheet, "1", upper(person.surname()), 15.6);
            numbered(sheet, "2", upper(person.given()), 19.8);
            numbered(sheet, "", upper(person.middle()), 23.6);
            numbered(sheet, "3", printed(person.birth()), 28.0);
            sheet.bold(upper(person.birthPlace()), 54, 28.0, 1.5, VALUE);
            numbered(sheet, "4a", printed(paper.issued()), 32.2);
            numbered(sheet, "4b", printed(paper.expires()), 36.4);
            sheet.text("4c", 54, 36.4, 1.15, INK);
            sheet.bold("ROADS OFFICE", 58, 36.4, 1.5, VALUE);
            numbered(sheet, "5", paper.number(), 40.6);
            sheet.text("Sex", 54, 32.2, 1.15, INK);
            sheet.bold(person.sex().name(), 58, 32.2, 1.6, VALUE);
            sheet.text("Height", 64, 32.2, 1.15, INK);
            sheet.bold(person.heightCm() + " cm", 70, 32.2, 1.6, VALUE);
            sheet.text("8", 31, 44.8, 1.15, INK);
            sheet.bold(upper(person.address().street()), 35, 44.8, 1.5, VALUE);
            sheet.bold(upper(person.address().city()), 35, 47.9, 1.5, VALUE);
            sheet.text("9", 31, 51.6, 1.15, INK);
            sheet.bold("A  B", 35, 51.6, 1.9, VALUE);
            Signature.draw(sheet, person, 5, 49.4, 22);
            portrait.ghost(70.6, 38.6, 10, 12.6);
            Emblem.foil(sheet, 76.2, 17.8, 4.6);
            sheet.specimen(33, 45, 5.2, -17);
            Map<String, String> fields = fields(person, paper);
            fields.put("place_of_birth", person.birthPlace());
            Map<String, String> printed =
                    new Print()
                            .with("last_name", upper(person.surname()))
                            .with("first_name", upper(person.given()))
                            .with("date_of_birth", person.birth())
                            .with("issue_date", paper.issued())
                            .with("expiry_date", paper.expires())
                            .with("document_number", paper.number())
                            .with("address", upper(address(person.address())))
                            .values();
            return specimen(Specimen.Face.FRONT, sheet, fields, Optional.empty(), printed);
        }
    }

    private static Specimen back(Person person, Paper paper) {
        String payload = LicencePayload.of(person, paper);
        try (Canvas sheet = new Canvas(IdCard.WIDTH_MM, IdCard.HEIGHT_MM)) {
            background(sheet, 2.0);
            double code = 3.4 + Pdf417Print.print(sheet, payload, 3.4);
            categories(sheet, paper, code + 2.2);
            Emblem.draw(sheet, 74, code + 11, 7.4, new Color(160, 50, 70, 150));
            sheet.specimen(42, 51.5, 4.4, -12);
            return specimen(
                    Specimen.Face.BACK,
                    sheet,
                    fields(person, paper),
                    Optional.of(payload),
                    Map.of());
        }
    }

    private static void categories(Canvas sheet, Paper paper, double top) {
        List<String> heads = List.of("9", "10", "11", "12");
        double[] columns = {6, 14, 31, 48};
        for (int i = 0; i < heads.size(); i++) {
            sheet.text(heads.get(i), columns[i], top + 1.6, 1.1, INK);
        }
        double y = top + 5.4;
        for (String category : List.of("A", "B", "C")) {
            sheet.band(5, y + 1.0, 58, 0.1, new Color(122, 32, 52, 150));
            sheet.bold(category, columns[0], y, 1.7, VALUE);
            boolean held = !category.equals("C");
            sheet.bold(held ? printed(paper.issued()) : "—", columns[1], y, 1.3, VALUE);
            sheet.bold(held ? printed(paper.expires()) : "—", columns[2], y, 1.3, VALUE);
            sheet.text(category.equals("B") ? "01.06" : "—", columns[3], y, 1.3, VALUE);
            y += 4.2;
        }
        sheet.text("Roads Office of Utopia · Zenith City", 6, 51.4, 1.1, INK);
    }

    private static void numbered(Canvas sheet, String number, String value, double baseline) {
        sheet.text(number, 31, baseline, 1.15, INK);
        sheet.bold(value, 35, baseline, 1.75, VALUE);
    }

    private static void background(Canvas sheet, double phase) {
        sheet.paper(new Color(249, 236, 234), new Color(247, 243, 226));
        new Guilloche(sheet, new Color(206, 90, 110, 85), new Color(220, 160, 50, 85))
                .waves(1.0, 3.2, 41, phase)
                .rosette(60, 33, 20, 10, 10);
        new Guilloche(sheet, new Color(120, 100, 190, 60), new Color(206, 100, 90, 70))
                .waves(1.35, 4.8, 63, phase + 0.9);
    }

    private static void banner(Canvas sheet) {
        sheet.fill(
                new Rectangle2D.Double(0, 0, IdCard.WIDTH_MM, 9.6),
                new GradientPaint(0, 0, new Color(126, 30, 54), 86, 0, new Color(190, 84, 60)));
    }

    private static Map<String, String> fields(Person person, Paper paper) {
        Map<String, String> fields = paper.fields("DL", person);
        Person.Address home = person.address();
        fields.remove("nationality");
        fields.put("middle_name", person.middle());
        fields.put("issue_date", paper.issued().toString());
        fields.put("address", address(home));
        return fields;
    }

    private static String address(Person.Address home) {
        return home.street() + ", " + home.city();
    }

    private static Specimen specimen(
            Specimen.Face face,
            Canvas sheet,
            Map<String, String> fields,
            Optional<String> barcode,
            Map<String, String> printed) {
        return new Specimen(
                Specimen.Kind.LICENCE,
                face,
                sheet.image(),
                IdCard.WIDTH_MM,
                List.of(),
                fields,
                barcode,
                printed);
    }
}

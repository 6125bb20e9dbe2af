package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.printed;
import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// An identity card: TD1, 85.60 × 53.98 mm, the MRZ on the back.
final class IdCard {
    static final double WIDTH_MM = 85.60;
    static final double HEIGHT_MM = 53.98;
    private static final Color INK = new Color(12, 78, 84);

    private IdCard() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        Paper paper = Paper.of("D" + Paper.digits(random, 8), 10, random);
        return List.of(front(person, paper), back(person, paper));
    }

    private static Specimen front(Person person, Paper paper) {
        try (Canvas sheet = new Canvas(WIDTH_MM, HEIGHT_MM)) {
            background(sheet, 0.4);
            Emblem.draw(sheet, 64, 33, 13, new Color(20, 110, 110, 40));
            banner(sheet);
            sheet.spaced("UTOPIA", 13.2, 6.3, 2.5, 0.5, Color.WHITE);
            sheet.text("IDENTITY CARD · KARD NG PAGKAKAKILANLAN", 37, 6.1, 1.2, Color.WHITE);
            Emblem.draw(sheet, 7.4, 5.3, 3.7, Color.WHITE);
            Portrait portrait = new Portrait(sheet, person);
            portrait.colour(4, 13.2, 25, 32);
            sheet.field("Surname / Apelyido", upper(person.surname()), 32, 15.2, 2.0);
            sheet.field("Given names / Mga pangalan", upper(person.given()), 32, 21.9, 2.0);
            sheet.field("Middle name / Gitnang pangalan", upper(person.middle()), 32, 28.6, 1.7);
            sheet.field("Date of birth / Kapanganakan", printed(person.birth()), 32, 34.9, 1.7);
            sheet.field("Sex / Kasarian", person.sex().name(), 58, 34.9, 1.7);
            sheet.field("Nationality", "UTO", 72, 34.9, 1.7);
            sheet.field("Valid until / Bisa hanggang", printed(paper.expires()), 32, 41.2, 1.7);
            sheet.text("Signature / Lagda", 58, 41.2, 1.05, new Color(74, 84, 106));
            Signature.draw(sheet, person, 58, 47.6, 22);
            sheet.text("Card number", 4, 47.6, 1.0, INK);
            sheet.number(paper.number(), 4, 51.2, 2.3, new Color(150, 30, 44));
            portrait.ghost(71.2, 14.2, 10.5, 13.4);
            Emblem.foil(sheet, 27.6, 42.8, 4.6);
            sheet.specimen(33, 43, 5.2, -16);
            Map<String, String> fields = paper.fields("I", person);
            fields.put("middle_name", person.middle());
            Map<String, String> printed =
                    new Print()
                            .name(person, true)
                            .with("document_number", paper.number())
                            .with("date_of_birth", person.birth())
                            .with("sex", person.sex().name())
                            .with("nationality", "UTO")
                            .with("expiry_date", paper.expires())
                            .values();
            return specimen(Specimen.Face.FRONT, sheet, List.of(), fields, printed);
        }
    }

    private static Specimen back(Person person, Paper paper) {
        List<String> mrz = MrzWriter.card(person, paper);
        try (Canvas sheet = new Canvas(WIDTH_MM, HEIGHT_MM)) {
            background(sheet, 2.8);
            Emblem.draw(sheet, 74, 15, 9, new Color(20, 110, 110, 120));
            Person.Address home = person.address();
            sheet.field("Address / Tirahan", upper(home.street()), 5, 4.4, 1.6);
            sheet.bold(
                    home.postcode() + " " + upper(home.city()),
                    5,
                    10.0,
                    1.6,
                    new Color(22, 24, 30));
            sheet.field("Place of birth / Lugar", upper(person.birthPlace()), 5, 13.0, 1.6);
            sheet.field("Date of issue / Petsa ng isyu", printed(paper.issued()), 5, 19.2, 1.6);
            sheet.field("Civil status", person.civilStatus(), 37, 13.0, 1.6);
            sheet.field("Blood type", person.blood(), 54, 13.0, 1.6);
            sheet.field("Authority / Awtoridad", "REGISTRAR OF UTOPIA", 37, 19.2, 1.6);
            sheet.specimen(10, 26, 4.6, -9);
            sheet.band(
                    0,
                    HEIGHT_MM - MrzZone.HEIGHT_MM - 1.6,
                    WIDTH_MM,
                    MrzZone.HEIGHT_MM + 1.6,
                    new Color(247, 250, 249, 222));
            new Guilloche(sheet, INK, INK)
                    .microtext(
                            "UTOPIA·SPECIMEN·", 0, HEIGHT_MM - MrzZone.HEIGHT_MM - 1.6, WIDTH_MM);
            MrzZone.print(sheet, mrz, 4.7, 5.6);
            Map<String, String> fields = paper.fields("I", person);
            fields.put("address", address(home));
            fields.put("place_of_birth", person.birthPlace());
            fields.put("issue_date", paper.issued().toString());
            fields.put("civil_status", person.civilStatus());
            fields.put("blood_type", person.blood());
            Map<String, String> printed =
                    new Print()
                            .with("address", upper(address(home)))
                            .with("place_of_birth", upper(person.birthPlace()))
                            .with("issue_date", paper.issued())
                            .with("civil_status", person.civilStatus())
                            .with("blood_type", person.blood())
                            .values();
            return specimen(Specimen.Face.BACK, sheet, mrz, fields, printed);
        }
    }

    private static String address(Person.Address home) {
        return home.street() + ", " + home.postcode() + " " + home.city();
    }

    private static void background(Canvas sheet, double phase) {
        sheet.paper(new Color(230, 243, 238), new Color(238, 236, 224));
        new Guilloche(sheet, new Color(20, 140, 130, 90), new Color(200, 130, 60, 80))
                .waves(0.95, 3.0, 37, phase)
                .rosette(64, 33, 19, 8, 10);
        new Guilloche(sheet, new Color(60, 120, 190, 60), new Color(20, 150, 120, 75))
                .waves(1.3, 4.4, 58, phase + 1.3);
    }

    private static void banner(Canvas sheet) {
        Path2D.Double banner = new Path2D.Double();
        banner.moveTo(0, 0);
        banner.lineTo(WIDTH_MM, 0);
        banner.lineTo(WIDTH_MM, 8.6);
        banner.curveTo(60, 11.8, 34, 8.0, 0, 10.8);
        banner.closePath();
        sheet.fill(
                banner,
                new GradientPaint(0, 0, new Color(10, 84, 92), 86, 0, new Color(28, 126, 108)));
    }

    private static Specimen specimen(
            Specimen.Face face,
            Canvas sheet,
            List<String> mrz,
            Map<String, String> fields,
            Map<String, String> printed) {
        return new Specimen(
                Specimen.Kind.ID_CARD,
                face,
                sheet.image(),
                WIDTH_MM,
                mrz,
                fields,
                Optional.empty(),
                printed);
    }
}

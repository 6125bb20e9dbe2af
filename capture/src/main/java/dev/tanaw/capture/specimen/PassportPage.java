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

/// The data page of a passport: TD3, 125 × 88 mm.
final class PassportPage {
    private static final double WIDTH_MM = 125;
    private static final double HEIGHT_MM = 88;
    private static final Color INK = new Color(26, 50, 92);
    private static final Color RED = new Color(164, 28, 48);

    private PassportPage() {}

    static Specimen draw(Random random) {
        Person person = Person.of(random);
        Paper paper = Paper.of("UT" + Paper.digits(random, 7), 10, random);
        List<String> mrz = MrzWriter.passport(person, paper, Paper.digits(random, 9));
        try (Canvas sheet = new Canvas(WIDTH_MM, HEIGHT_MM)) {
            background(sheet);
            heading(sheet, paper);
            Portrait portrait = new Portrait(sheet, person);
            portrait.colour(5.5, 17.5, 34, 43);
            fields(sheet, person, paper);
            portrait.ghost(103.5, 36.5, 15.5, 19.5);
            Emblem.foil(sheet, 37.5, 57, 6.2);
            sheet.specimen(43, 62, 7.2, -14);
            MrzZone.print(sheet, mrz, 6.6, 9.4);
            Map<String, String> fields = paper.fields("P", person);
            fields.put("issue_date", paper.issued().toString());
            fields.put("place_of_birth", person.birthPlace());
            return new Specimen(
                    Specimen.Kind.PASSPORT,
                    Specimen.Face.FRONT,
                    sheet.image(),
                    WIDTH_MM,
                    mrz,
                    fields,
                    Optional.empty(),
                    truth(person, paper));
        }
    }

    private static Map<String, String> truth(Person person, Paper paper) {
        return new Print()
                .name(person, false)
                .with("document_number", paper.number())
                .with("sex", person.sex().name())
                .with("date_of_birth", person.birth())
                .with("place_of_birth", upper(person.birthPlace()))
                .with("issue_date", paper.issued())
                .with("expiry_date", paper.expires())
                .values();
    }

    private static void background(Canvas sheet) {
        sheet.paper(new Color(236, 240, 249), new Color(244, 234, 238));
        new Guilloche(sheet, new Color(60, 130, 190, 95), new Color(170, 80, 150, 85))
                .waves(1.3, 3.4, 46, 0.4)
                .rosette(84, 38, 27, 9, 11);
        new Guilloche(sheet, new Color(70, 160, 140, 75), new Color(90, 110, 200, 80))
                .waves(1.8, 5.2, 71, 2.2)
                .rosette(22, 40, 22, 7, 8);
        Emblem.draw(sheet, 84, 38, 12.5, new Color(60, 96, 170, 46));
        double top = HEIGHT_MM - MrzZone.HEIGHT_MM;
        sheet.fill(
                new Rectangle2D.Double(0, top - 2, WIDTH_MM, MrzZone.HEIGHT_MM + 2),
                new GradientPaint(
                        0,
                        (float) (top - 2),
                        new Color(246, 247, 251, 0),
                        0,
                        (float) (top + 1.5),
                        new Color(246, 247, 251, 226)));
    }

    private static void heading(Canvas sheet, Paper paper) {
        sheet.fill(
                new Rectangle2D.Double(0, 0, WIDTH_MM, 12.6),
                new GradientPaint(
                        0, 0, new Color(24, 62, 120, 40), 125, 0, new Color(150, 40, 110, 34)));
        new Guilloche(sheet, new Color(40, 80, 150), new Color(150, 60, 130))
                .microtext("UTOPIA·SPECIMEN·", 0, 12.9, WIDTH_MM);
        Emblem.draw(sheet, 9.6, 6.4, 4.6, INK);
        sheet.spaced("UTOPIA", 17, 7.0, 3.0, 0.55, INK);
        sheet.text("REPUBLIC OF UTOPIA · REPUBLIKA NG UTOPIA", 17, 10.6, 1.15, INK);
        sheet.bold("PASSPORT · PASAPORTE", 68, 6.2, 1.75, INK);
        label(sheet, "Type / Uri", "P", 68);
        label(sheet, "Code / Kodigo", "UTO", 80);
        sheet.text("Passport no. / Pasaporte blg.", 99.6, 3.8, 1.05, INK);
        sheet.number(paper.number(), 99, 9.4, 2.4, RED);
    }

    private static void label(Canvas sheet, String label, String value, double x) {
        sheet.text(label, x, 8.6, 0.85, INK);
        sheet.bold(value, x, 11.6, 1.7, INK);
    }

    private static void fields(Canvas sheet, Person person, Paper paper) {
        sheet.field("Surname / Apelyido", upper(person.surname()), 43.5, 18.6, 2.15);
        sheet.field("Given names / Mga pangalan", upper(person.given()), 43.5, 26.0, 2.15);
        sheet.field("Nationality / Nasyonalidad", "UTOPIAN", 43.5, 33.4);
        sheet.field("Sex / Kasarian", person.sex().name(), 78, 33.4);
        sheet.field("Date of birth / Petsa ng kapanganakan", printed(person.birth()), 43.5, 40.6);
        sheet.field("Place of birth / Lugar", upper(person.birthPlace()), 78, 40.6, 1.7);
        sheet.field("Date of issue / Petsa ng isyu", printed(paper.issued()), 43.5, 47.8);
        sheet.field("Date of expiry / Bisa hanggang", printed(paper.expires()), 78, 47.8);
        sheet.field("Authority / Awtoridad", "MFA UTOPIA", 43.5, 55.0);
        sheet.text("Signature / Lagda", 78, 55.0, 1.05, new Color(74, 84, 106));
        Signature.draw(sheet, person, 79, 61.6, 26);
    }
}

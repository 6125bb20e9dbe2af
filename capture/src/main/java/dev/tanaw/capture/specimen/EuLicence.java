package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A driving licence with the numbered entries of the European model: the front.
final class EuLicence {
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Color BLUE = new Color(24, 56, 142);

    private EuLicence() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        Paper paper = Paper.of("U" + Paper.digits(random, 9), 15, random);
        try (PlainCard card =
                new PlainCard(
                        Specimen.Kind.EU_LICENCE,
                        Specimen.Face.FRONT,
                        new Color(250, 236, 240),
                        new Color(242, 228, 240),
                        new Color(206, 90, 140))) {
            Canvas sheet = card.sheet();
            sheet.band(3, 3, 9, 7, BLUE);
            sheet.bold("UTO", 4.6, 7.6, 1.9, Color.WHITE);
            sheet.bold("DRIVING LICENCE", 15, 6.2, 2.3, BLUE);
            sheet.text("UTOPIA · FÜHRERSCHEIN · PERMIS DE CONDUIRE", 15, 9.2, 1.1, BLUE);
            new Portrait(sheet, person).engraved(4, 13, 22, 28);
            entry(card, "1.", "last_name", upper(person.surname()), 15.5);
            entry(card, "2.", "first_name", upper(person.given()), 20.5);
            sheet.text("3.", 29, 25.5, 1.4, PlainCard.VALUE);
            String birth = dotted(person.birth());
            sheet.bold(birth + "  " + upper(person.birthPlace()), 33, 25.5, 1.75, PlainCard.VALUE);
            card.print().with("date_of_birth", person.birth());
            entry(card, "4a.", "issue_date", paper.issued(), 30.5);
            sheet.text("4c.", 56, 30.5, 1.4, PlainCard.VALUE);
            sheet.bold("ROADS OFFICE", 60.5, 30.5, 1.6, PlainCard.VALUE);
            entry(card, "4b.", "expiry_date", paper.expires(), 35.5);
            entry(card, "5.", "document_number", paper.number(), 41);
            sheet.text("7.", 29, 46.5, 1.4, PlainCard.VALUE);
            Signature.draw(sheet, person, 34, 47, 22);
            sheet.text("9.", 29, 51.2, 1.4, PlainCard.VALUE);
            sheet.bold("AM/B", 33, 51.2, 1.75, PlainCard.VALUE);
            sheet.specimen(34, 49, 5.0, -15);
            return List.of(card.specimen(paper.fields("DL", person), Optional.empty()));
        }
    }

    private static void entry(PlainCard card, String number, String name, LocalDate day, double y) {
        card.row(name, number, dotted(day), day.toString(), 29, 4, y);
    }

    private static void entry(PlainCard card, String number, String name, String text, double y) {
        card.row(name, number, text, text, 29, 4, y);
    }

    private static String dotted(LocalDate day) {
        return day.format(DOTTED);
    }
}

package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A card with the entries of the Philippine professional card, in our own drawing: the front.
final class PrcCard {
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final Color INK = new Color(40, 40, 110);

    private PrcCard() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        Paper paper = Paper.of("0" + Paper.digits(random, 6), 3, random);
        try (PlainCard card =
                new PlainCard(
                        Specimen.Kind.PRC,
                        Specimen.Face.FRONT,
                        new Color(236, 240, 250),
                        new Color(246, 246, 240),
                        new Color(80, 90, 180))) {
            Canvas sheet = card.sheet();
            sheet.text("Republic of the Philippines", 14, 4.4, 1.15, INK);
            sheet.bold("PROFESSIONAL REGULATION COMMISSION", 14, 7.2, 1.5, INK);
            sheet.text("PROFESSIONAL IDENTIFICATION CARD", 14, 10.2, 1.3, INK);
            Emblem.draw(sheet, 7.6, 7.0, 4.2, INK);
            new Portrait(sheet, person).colour(60, 14, 21, 26.5);
            card.field("last_name", "LAST NAME", upper(person.surname()), 5, 14, 1.75)
                    .field("first_name", "FIRST NAME", upper(person.given()), 5, 20.2, 1.75)
                    .field(
                            "middle_name",
                            "MIDDLE INITIAL/NAME",
                            upper(person.middle()),
                            5,
                            26.4,
                            1.75);
            card.row(
                            "document_number",
                            "REGISTRATION NO.",
                            paper.number(),
                            paper.number(),
                            5,
                            20,
                            36)
                    .row(
                            "issue_date",
                            "REGISTRATION DATE",
                            slashed(paper.issued()),
                            paper.issued().toString(),
                            5,
                            20,
                            40)
                    .row(
                            "expiry_date",
                            "VALID UNTIL",
                            slashed(paper.expires()),
                            paper.expires().toString(),
                            5,
                            20,
                            44);
            sheet.bold("REGISTERED LIGHTHOUSE KEEPER", 5, 50.4, 1.9, INK);
            Signature.draw(sheet, person, 60, 48, 20);
            sheet.specimen(14, 50, 5.0, -15);
            Map<String, String> fields = paper.fields("I", person);
            fields.put("issuing_country", "PHL");
            return List.of(card.specimen(fields, Optional.empty()));
        }
    }

    private static String slashed(LocalDate day) {
        return day.format(SLASHED);
    }
}

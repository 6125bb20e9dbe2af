package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A card with the entries of the Philippine multi-purpose card, in our own drawing: the front.
final class Umid {
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final Color INK = new Color(26, 74, 60);

    private Umid() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        String number =
                "%s-%s-%s"
                        .formatted(
                                Paper.digits(random, 4),
                                Paper.digits(random, 7),
                                Paper.digits(random, 1));
        Paper paper = Paper.of(number, 10, random);
        try (PlainCard card =
                new PlainCard(
                        Specimen.Kind.UMID,
                        Specimen.Face.FRONT,
                        new Color(240, 246, 236),
                        new Color(236, 240, 250),
                        new Color(60, 150, 110))) {
            Canvas sheet = card.sheet();
            sheet.text("Republic of the Philippines", 14, 4.6, 1.2, INK);
            sheet.bold("Unified Multi-Purpose ID", 14, 8.2, 2.1, INK);
            Emblem.draw(sheet, 7.6, 6.8, 4.2, INK);
            sheet.bold("CRN-" + number, 30, 14.6, 2.1, PlainCard.VALUE);
            card.print().with("document_number", number);
            new Portrait(sheet, person).engraved(4, 14, 23, 29);
            card.field("last_name", "SURNAME", upper(person.surname()), 30, 18.0, 1.75)
                    .field("first_name", "GIVEN NAME", upper(person.given()), 30, 24.0, 1.75)
                    .field("middle_name", "MIDDLE NAME", upper(person.middle()), 30, 30.0, 1.75)
                    .row("sex", "SEX", person.sex().name(), person.sex().name(), 30, 5, 38.2)
                    .row(
                            "date_of_birth",
                            "DATE OF BIRTH",
                            person.birth().format(SLASHED),
                            person.birth().toString(),
                            42,
                            13.5,
                            38.2);
            Person.Address home = person.address();
            card.field(
                    "address",
                    "ADDRESS",
                    upper(home.street()),
                    upper(home.street() + ", " + home.city()) + " " + home.postcode(),
                    30,
                    41.2,
                    1.5);
            sheet.bold(upper(home.city()) + " " + home.postcode(), 30, 46.6, 1.5, PlainCard.VALUE);
            sheet.specimen(33, 50, 5.0, -15);
            Map<String, String> fields = paper.fields("I", person);
            fields.remove("expiry_date");
            fields.put("issuing_country", "PHL");
            return List.of(card.specimen(fields, Optional.empty()));
        }
    }
}

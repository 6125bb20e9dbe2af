package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A card with the entries of the Philippine driver's licence, in our own drawing: the front.
final class PhLicence {
    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final Color INK = new Color(120, 40, 40);

    private PhLicence() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        String number =
                "N%s-%s-%s"
                        .formatted(
                                Paper.digits(random, 2),
                                Paper.digits(random, 2),
                                Paper.digits(random, 6));
        Paper paper = Paper.of(number, 10, random);
        try (PlainCard card =
                new PlainCard(
                        Specimen.Kind.PH_LICENCE,
                        Specimen.Face.FRONT,
                        new Color(248, 244, 234),
                        new Color(238, 244, 246),
                        new Color(190, 130, 60))) {
            Canvas sheet = card.sheet();
            sheet.text("REPUBLIC OF THE PHILIPPINES", 22, 3.8, 1.1, INK);
            sheet.text("DEPARTMENT OF TRANSPORTATION", 22, 6.0, 1.1, INK);
            sheet.bold("LAND TRANSPORTATION OFFICE", 22, 8.4, 1.4, INK);
            sheet.bold("DRIVER'S LICENSE", 22, 11.8, 2.0, INK);
            new Portrait(sheet, person).colour(4, 13, 22, 28);
            names(card, person);
            card.field("nationality", "Nationality", "PHL", 29, 20.4, 1.6)
                    .field("sex", "Sex", person.sex().name(), 43, 20.4, 1.6)
                    .field(
                            "date_of_birth",
                            "Date of Birth",
                            person.birth().format(SLASHED),
                            person.birth().toString(),
                            50,
                            20.4,
                            1.6);
            sheet.field("Height(m)", "1." + person.heightCm() % 100, 70, 20.4, 1.6);
            Person.Address home = person.address();
            card.field(
                    "address",
                    "Address",
                    upper(home.street()) + ",",
                    upper(home.street() + ", " + home.city()),
                    29,
                    26.4,
                    1.5);
            sheet.bold(upper(home.city()), 29, 31.8, 1.5, PlainCard.VALUE);
            card.field("document_number", "License No.", number, 29, 34.4, 1.7)
                    .field(
                            "expiry_date",
                            "Expiration Date",
                            paper.expires().format(SLASHED),
                            paper.expires().toString(),
                            52,
                            34.4,
                            1.7);
            sheet.field("Agency Code", "N32", 71, 34.4, 1.7);
            card.field("blood_type", "Blood Type", person.blood(), 29, 40.6, 1.6);
            sheet.field("Eyes Color", "BLACK", 45, 40.6, 1.6);
            sheet.field("DL Codes", "A, B", 29, 46.4, 1.6);
            sheet.field("Conditions", "NONE", 45, 46.4, 1.6);
            Signature.draw(sheet, person, 5, 48, 20);
            sheet.specimen(33, 51, 5.0, -15);
            Map<String, String> fields = paper.fields("DL", person);
            fields.put("issuing_country", "PHL");
            return List.of(card.specimen(fields, Optional.empty()));
        }
    }

    private static void names(PlainCard card, Person person) {
        card.sheet()
                .field(
                        "Last Name, First Name, Middle Name",
                        "%s, %s %s"
                                .formatted(
                                        upper(person.surname()),
                                        upper(person.given()),
                                        upper(person.middle())),
                        29,
                        14.4,
                        1.6);
        card.print().name(person, true);
    }
}

package dev.tanaw.capture.specimen;

import static dev.tanaw.capture.specimen.Paper.upper;

import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A card with the entries of the Philippine national identity card, in our own drawing: front, and
/// back with a QR code. The code is signed by nobody.
final class PhilId {
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("MMMM dd, yyyy", Locale.ENGLISH);
    private static final Color UPPER = new Color(238, 243, 250);
    private static final Color LOWER = new Color(250, 241, 236);
    private static final Color LINES = new Color(90, 120, 200);
    private static final Color INK = new Color(30, 46, 110);

    private PhilId() {}

    static List<Specimen> draw(Random random) {
        Person person = Person.of(random);
        String number = Paper.digits(random, 16).replaceAll("(\\d{4})(?=\\d)", "$1-");
        Paper paper = Paper.of(number, 10, random);
        return List.of(front(person, paper), back(person, paper));
    }

    private static Specimen front(Person person, Paper paper) {
        try (PlainCard card =
                new PlainCard(Specimen.Kind.PHILID, Specimen.Face.FRONT, UPPER, LOWER, LINES)) {
            Canvas sheet = card.sheet();
            sheet.bold("REPUBLIKA NG PILIPINAS", 13, 4.4, 1.5, INK);
            sheet.text("Republic of the Philippines", 13, 6.6, 1.05, INK);
            sheet.bold("PAMBANSANG PAGKAKAKILANLAN", 13, 9.4, 1.5, INK);
            sheet.text("Philippine Identification Card", 13, 11.6, 1.05, INK);
            Emblem.draw(sheet, 7.4, 7.4, 4.2, INK);
            sheet.bold(paper.number(), 4, 17.6, 1.4, PlainCard.VALUE);
            card.print().with("document_number", paper.number());
            new Portrait(sheet, person).colour(4, 20, 22, 28);
            card.field("last_name", "Apelyido/Last Name", upper(person.surname()), 30, 15.4, 1.7)
                    .field(
                            "first_name",
                            "Mga Pangalan/Given Names",
                            upper(person.given()),
                            30,
                            21.6,
                            1.7)
                    .field(
                            "middle_name",
                            "Gitnang Apelyido/Middle Name",
                            upper(person.middle()),
                            30,
                            27.8,
                            1.7)
                    .field(
                            "date_of_birth",
                            "Petsa ng Kapanganakan/Date of Birth",
                            words(person.birth()),
                            person.birth().toString(),
                            30,
                            34.0,
                            1.7);
            Person.Address home = person.address();
            card.field(
                    "address",
                    "Tirahan/Address",
                    upper(home.street()) + ",",
                    upper(home.street() + ", " + home.city()),
                    30,
                    40.2,
                    1.5);
            sheet.bold(upper(home.city()), 30, 45.6, 1.5, PlainCard.VALUE);
            new Portrait(sheet, person).ghost(70, 14, 10, 12.6);
            sheet.specimen(33, 48, 5.0, -15);
            return card.specimen(fields(person, paper), Optional.empty());
        }
    }

    private static Specimen back(Person person, Paper paper) {
        try (PlainCard card =
                new PlainCard(Specimen.Kind.PHILID, Specimen.Face.BACK, UPPER, LOWER, LINES)) {
            Canvas sheet = card.sheet();
            card.field(
                            "issue_date",
                            "Araw ng pagkakaloob/Date of issue",
                            words(paper.issued()),
                            paper.issued().toString(),
                            4,
                            5,
                            1.6)
                    .field(
                            "sex",
                            "Kasarian/Sex",
                            word(person.sex()),
                            person.sex().name(),
                            4,
                            12,
                            1.6)
                    .field("blood_type", "Uri ng Dugo/Blood Type", person.blood(), 4, 19, 1.6)
                    .field(
                            "civil_status",
                            "Kalagayang Sibil/Marital Status",
                            person.civilStatus(),
                            4,
                            26,
                            1.6)
                    .field(
                            "place_of_birth",
                            "Lugar ng Kapanganakan/Place of Birth",
                            upper(person.birthPlace()),
                            4,
                            33,
                            1.6);
            String payload = PhilIdPayload.unsigned(person, paper);
            QrPrint.print(sheet, payload, 46, 6, 34);
            sheet.text("If found, please return to the nearest office.", 4, 50, 1.0, INK);
            sheet.specimen(6, 47, 4.6, -9);
            return card.specimen(fields(person, paper), Optional.of(payload));
        }
    }

    private static Map<String, String> fields(Person person, Paper paper) {
        Map<String, String> fields = paper.fields("I", person);
        fields.remove("expiry_date");
        fields.put("issuing_country", "PHL");
        fields.put("middle_name", person.middle());
        return fields;
    }

    private static String word(Person.Sex sex) {
        return switch (sex) {
            case F -> "FEMALE";
            case M -> "MALE";
            case X -> "X";
        };
    }

    private static String words(LocalDate day) {
        return upper(day.format(LONG));
    }
}

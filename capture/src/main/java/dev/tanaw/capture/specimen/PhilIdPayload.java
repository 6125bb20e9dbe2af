package dev.tanaw.capture.specimen;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The first form of the national card's QR code: JSON with a signature, here of nobody's.
final class PhilIdPayload {
    private static final DateTimeFormatter ISSUED =
            DateTimeFormatter.ofPattern("dd MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter BORN =
            DateTimeFormatter.ofPattern("MMMM dd, yyyy", Locale.ENGLISH);

    private PhilIdPayload() {}

    static String unsigned(Person person, Paper paper) {
        return "{\"DateIssued\":\"%s\",\"Issuer\":\"SPECIMEN\",%s,\"alg\":\"EDDSA\",\"signature\":\"%s\"}"
                .formatted(
                        paper.issued().format(ISSUED),
                        subject(person, paper),
                        "A".repeat(86) + "==");
    }

    private static String subject(Person person, Paper paper) {
        return "\"subject\":{\"Suffix\":\"\",\"lName\":\"%s\",\"fName\":\"%s\",\"mName\":\"%s\",\"sex\":\"%s\",\"BF\":\"[9,9]\",\"DOB\":\"%s\",\"POB\":\"%s\",\"PCN\":\"%s\"}"
                .formatted(
                        person.surname(),
                        person.given(),
                        person.middle(),
                        switch (person.sex()) {
                            case F -> "Female";
                            case M -> "Male";
                            case X -> "X";
                        },
                        person.birth().format(BORN),
                        person.birthPlace(),
                        paper.number());
    }
}

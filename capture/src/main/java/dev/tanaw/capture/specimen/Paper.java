package dev.tanaw.capture.specimen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// What an office writes on a document beside the person.
record Paper(String number, LocalDate issued, LocalDate expires) {
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);

    static Paper of(String number, int years, Random random) {
        LocalDate issued = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1000));
        return new Paper(number, issued, issued.plusYears(years).minusDays(1));
    }

    /// The truth that is common to all sides; names as on the wire, dates in ISO 8601.
    Map<String, String> fields(String type, Person person) {
        Map<String, String> fields = new HashMap<>();
        fields.put("document_type", type);
        fields.put("issuing_country", MrzWriter.STATE);
        fields.put("document_number", number);
        fields.put("last_name", person.surname());
        fields.put("first_name", person.given());
        fields.put("nationality", MrzWriter.STATE);
        fields.put("date_of_birth", person.birth().toString());
        fields.put("sex", person.sex().name());
        fields.put("expiry_date", expires.toString());
        return fields;
    }

    static String printed(LocalDate date) {
        return upper(date.format(PRINTED));
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}

package dev.tanaw.capture.specimen;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.pdf417.PDF417Writer;
import dev.tanaw.capture.specimen.Specimen.Face;
import dev.tanaw.capture.specimen.Specimen.Kind;
import java.awt.Color;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Draws documents of Utopia, the state that ICAO's own specimens are from. Each seed is another
/// person; the same seed is the same document, on any machine.
public final class Specimens {
    private static final Color INK = new Color(28, 44, 92);
    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH);

    private Specimens() {}

    /// The data page of a passport, TD3 on 125 × 88 mm.
    public static Specimen passport(long seed) {
        Random random = new Random(seed);
        Person person = Person.of(random);
        String number = "UT" + digits(random, 7);
        LocalDate expiry = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(3000));
        List<String> mrz = MrzWriter.passport(person, number, expiry, "");
        try (Canvas sheet = new Canvas(125, 88)) {
            sheet.paper(new Color(232, 236, 246), new Color(214, 224, 236));
            sheet.guilloche(new Color(120, 150, 200, 90), 0.4);
            sheet.guilloche(new Color(200, 140, 170, 60), 2.1);
            sheet.rosette(92, 34, 17, new Color(90, 120, 190, 70));
            sheet.bold("UTOPIA", 44, 9.5, 3.4, INK);
            sheet.text("PASSPORT / PASAPORTE", 44, 14.2, 1.9, INK);
            sheet.text("P", 88, 14.2, 1.9, INK);
            sheet.text("UTO", 95, 14.2, 1.9, INK);
            sheet.bold(number, 104, 14.2, 1.9, new Color(160, 30, 50));
            sheet.portrait(5, 17, 34, 44);
            sheet.field("Surname / Apelyido", upper(person.surname()), 44, 20);
            sheet.field("Given names / Pangalan", upper(person.given()), 44, 28.2);
            sheet.field("Nationality", "UTOPIAN", 44, 36.4);
            sheet.field("Sex / Kasarian", String.valueOf(person.sex()), 82, 36.4);
            sheet.field("Date of birth", printed(person.birth()), 44, 44.6);
            sheet.field("Place of birth", upper(person.place()), 82, 44.6);
            sheet.field("Date of issue", printed(expiry.minusYears(10)), 44, 52.8);
            sheet.field("Date of expiry", printed(expiry), 82, 52.8);
            sheet.specimen();
            sheet.band(0, 64.5, 125, 23.5, new Color(244, 246, 250));
            sheet.mrz(mrz.get(0), 6.6, 74.2);
            sheet.mrz(mrz.get(1), 6.6, 80.6);
            return new Specimen(
                    Kind.PASSPORT,
                    Face.FRONT,
                    sheet.image(),
                    125,
                    mrz,
                    fields("P", person, number, expiry),
                    Optional.empty());
        }
    }

    /// An identity card, TD1 on 85.60 × 53.98 mm: front, then back with the MRZ.
    public static List<Specimen> idCard(long seed) {
        Random random = new Random(seed);
        Person person = Person.of(random);
        String number = "D" + digits(random, 8);
        LocalDate expiry = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(3000));
        List<String> mrz = MrzWriter.card(person, number, expiry);
        Map<String, String> fields = fields("I", person, number, expiry);
        try (Canvas front = new Canvas(85.60, 53.98);
                Canvas back = new Canvas(85.60, 53.98)) {
            front.paper(new Color(228, 240, 234), new Color(206, 226, 226));
            front.guilloche(new Color(70, 150, 130, 95), 1.0);
            front.rosette(70, 40, 11, new Color(60, 120, 140, 90));
            front.band(0, 0, 85.6, 9.2, new Color(22, 88, 92));
            front.bold("UTOPIA", 4, 6.2, 2.7, Color.WHITE);
            front.text("IDENTITY CARD / KARD NG PAGKAKAKILANLAN", 23, 6.0, 1.45, Color.WHITE);
            front.portrait(4, 13, 24, 31);
            front.field("Surname / Apelyido", upper(person.surname()), 32, 14.6);
            front.field("Given names / Pangalan", upper(person.given()), 32, 22);
            front.field("Date of birth", printed(person.birth()), 32, 29.4);
            front.field("Sex", String.valueOf(person.sex()), 62, 29.4);
            front.field("Card number", number, 32, 36.8);
            front.field("Valid until", printed(expiry), 32, 44.2);
            front.specimen();
            back.paper(new Color(226, 236, 238), new Color(212, 226, 220));
            back.guilloche(new Color(70, 140, 140, 90), 2.6);
            back.field("Place of birth", upper(person.place()), 6, 6);
            back.field("Date of issue", printed(expiry.minusYears(10)), 46, 6);
            back.field("Authority", "REGISTRAR OF UTOPIA", 6, 14);
            back.specimen();
            back.band(0, 28.5, 85.6, 25.5, new Color(245, 247, 248));
            back.mrz(mrz.get(0), 4.7, 35.6);
            back.mrz(mrz.get(1), 4.7, 41.9);
            back.mrz(mrz.get(2), 4.7, 48.2);
            return List.of(
                    new Specimen(
                            Kind.ID_CARD,
                            Face.FRONT,
                            front.image(),
                            85.60,
                            List.of(),
                            fields,
                            Optional.empty()),
                    new Specimen(
                            Kind.ID_CARD,
                            Face.BACK,
                            back.image(),
                            85.60,
                            mrz,
                            fields,
                            Optional.empty()));
        }
    }

    /// A driving licence, front, then back with a PDF417 in the manner of AAMVA.
    public static List<Specimen> licence(long seed) {
        Random random = new Random(seed);
        Person person = Person.of(random);
        String number =
                "L%s-%s-%s".formatted(digits(random, 2), digits(random, 2), digits(random, 6));
        LocalDate expiry = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(3000));
        String payload = Licence.payload(person, number, expiry);
        Map<String, String> fields = fields("DL", person, number, expiry);
        try (Canvas front = new Canvas(85.60, 53.98);
                Canvas back = new Canvas(85.60, 53.98)) {
            front.paper(new Color(246, 238, 226), new Color(236, 222, 222));
            front.guilloche(new Color(200, 130, 80, 80), 0.2);
            front.guilloche(new Color(120, 120, 190, 60), 1.9);
            front.band(0, 0, 85.6, 9.2, new Color(128, 44, 50));
            front.bold("UTOPIA", 4, 6.2, 2.7, Color.WHITE);
            front.text("DRIVING LICENCE", 23, 6.0, 1.6, Color.WHITE);
            front.portrait(57.6, 13, 24, 31);
            front.field("1  Surname", upper(person.surname()), 5, 14.6);
            front.field("2  Given names", upper(person.given()), 5, 22);
            front.field("3  Date and place of birth", printed(person.birth()), 5, 29.4);
            front.field("4b Valid until", printed(expiry), 5, 36.8);
            front.field("5  Licence number", number, 5, 44.2);
            front.specimen();
            back.paper(new Color(246, 240, 232), new Color(238, 228, 226));
            back.guilloche(new Color(200, 130, 80, 80), 0.9);
            back.modules(pdf417(payload), 5, 6, 0.254);
            back.field("9  Categories", "A, B", 6, 42);
            back.field("Issued by", "ROADS OFFICE OF UTOPIA", 30, 42);
            back.specimen();
            return List.of(
                    new Specimen(
                            Kind.LICENCE,
                            Face.FRONT,
                            front.image(),
                            85.60,
                            List.of(),
                            fields,
                            Optional.empty()),
                    new Specimen(
                            Kind.LICENCE,
                            Face.BACK,
                            back.image(),
                            85.60,
                            List.of(),
                            fields,
                            Optional.of(payload)));
        }
    }

    private static boolean[][] pdf417(String payload) {
        try {
            BitMatrix code =
                    new PDF417Writer()
                            .encode(
                                    payload,
                                    BarcodeFormat.PDF_417,
                                    1,
                                    1,
                                    Map.of(
                                            EncodeHintType.MARGIN,
                                            0,
                                            EncodeHintType.ERROR_CORRECTION,
                                            4));
            List<boolean[]> rows = new ArrayList<>();
            for (int y = 0; y < code.getHeight(); y++) {
                boolean[] row = new boolean[code.getWidth()];
                for (int x = 0; x < row.length; x++) {
                    row[x] = code.get(x, y);
                }
                rows.add(row);
            }
            return rows.toArray(boolean[][]::new);
        } catch (WriterException e) {
            throw new IllegalStateException("a short text does not fit into a PDF417", e);
        }
    }

    private static Map<String, String> fields(
            String type, Person person, String number, LocalDate expiry) {
        Map<String, String> fields = new HashMap<>();
        fields.put("document_type", type);
        fields.put("issuing_country", MrzWriter.STATE);
        fields.put("last_name", person.surname());
        fields.put("first_name", person.given());
        fields.put("document_number", number);
        fields.put("nationality", MrzWriter.STATE);
        fields.put("date_of_birth", person.birth().toString());
        fields.put("sex", String.valueOf(person.sex()));
        fields.put("expiry_date", expiry.toString());
        return fields;
    }

    private static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String printed(LocalDate date) {
        return date.format(PRINTED).toUpperCase(Locale.ROOT);
    }
}

package dev.tanaw.capture.specimen;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The payload on the back of a licence: header and subfile of the AAMVA card design standard, with
/// an issuer number that belongs to nobody.
final class Licence {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMddyyyy");
    private static final String ISSUER = "999999";

    private Licence() {}

    static String payload(Person person, String number, LocalDate expiry) {
        String subfile =
                String.join(
                                "\n",
                                "DLDAQ" + number,
                                "DCS" + upper(person.surname()),
                                "DAC" + upper(person.given()),
                                "DBB" + person.birth().format(DATE),
                                "DBA" + expiry.format(DATE),
                                "DBD" + expiry.minusYears(10).format(DATE),
                                "DBC" + (person.sex() == 'M' ? "1" : "2"),
                                "DCGUTO")
                        + "\r";
        String header = "@\n\u001e\rANSI " + ISSUER + "090001";
        int offset = header.length() + "DL".length() + 8;
        return header + "DL%04d%04d".formatted(offset, subfile.length()) + subfile;
    }

    private static String upper(String name) {
        return MrzWriter.letters(name).replace('<', ' ').toUpperCase(Locale.ROOT);
    }
}

package dev.tanaw.capture.specimen;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// The payload on the back of a licence: header and subfile of the AAMVA card design standard, with
/// an issuer number that belongs to nobody.
final class LicencePayload {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMddyyyy");
    private static final String ISSUER = "999999";
    private static final int HEADER_ENTRY = 10;

    private LicencePayload() {}

    static String of(Person person, Paper paper) {
        String subfile = "DL" + String.join("\n", elements(person, paper)) + "\r";
        String header = "@\n\u001e\rANSI " + ISSUER + "100001";
        int offset = header.length() + HEADER_ENTRY;
        return header + "DL%04d%04d".formatted(offset, subfile.length()) + subfile;
    }

    private static List<String> elements(Person person, Paper paper) {
        return List.of(
                "DAQ" + paper.number(),
                "DCS" + upper(person.surname()),
                "DDEN",
                "DAC" + upper(person.given()),
                "DDFN",
                "DAD" + upper(person.middle()),
                "DDGN",
                "DCAB",
                "DCBNONE",
                "DCDNONE",
                "DBD" + paper.issued().format(DATE),
                "DBB" + person.birth().format(DATE),
                "DBA" + paper.expires().format(DATE),
                "DBC"
                        + switch (person.sex()) {
                            case M -> "1";
                            case F -> "2";
                            case X -> "9";
                        },
                "DAU%03d CM".formatted(person.heightCm()),
                "DAYBRO",
                "DAG" + upper(person.address().street()),
                "DAI" + upper(person.address().city()),
                "DAJUX",
                "DAK" + person.address().postcode() + "00000",
                "DCF" + paper.number().replace("-", "") + "UX",
                "DCGUTO");
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}

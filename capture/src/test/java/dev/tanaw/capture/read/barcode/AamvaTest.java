package dev.tanaw.capture.read.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tanaw.capture.event.Field;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AamvaTest {
    private static final Path SET = Path.of("../../shared/data/aamva-text");

    @Test
    void readsNamesDatesAndNumberOfThePresentVersion() {
        Aamva card =
                Aamva.parse(
                                "@\n\u001e\rANSI 636014080002DL00410100ZC01410010DLDAQD1234\nDCSREYES\nDACANA\nDADNONE\nDBB02291980\nDBA02292028\nDBD03012020\nDBC2\nDAG1 HIGH ST\nDAITOWN\nDAJCA\nDAK900010000\nDCGUSA\rZCZCA\r")
                        .orElseThrow();

        assertThat(card.version()).isEqualTo(8);
        assertThat(card.issuer()).isEqualTo("636014");
        assertThat(value(card, "last_name")).contains("REYES");
        assertThat(value(card, "first_name")).contains("ANA");
        assertThat(value(card, "middle_name")).isEmpty();
        assertThat(value(card, "date_of_birth")).contains("1980-02-29");
        assertThat(value(card, "expiry_date")).contains("2028-02-29");
        assertThat(value(card, "sex")).contains("F");
        assertThat(value(card, "address")).contains("1 HIGH ST, TOWN, CA 90001");
    }

    @Test
    void aDateThatCannotBeIsNoField() {
        Aamva card = Aamva.parse("ANSI 636014080001DL00310030DLDAQ1\nDBB02302001\n").orElseThrow();

        assertThat(value(card, "date_of_birth")).isEmpty();
        assertThat(value(card, "document_number")).contains("1");
    }

    @Test
    void otherPayloadsAreOfAnotherKind() {
        assertThat(Aamva.parse("")).isEmpty();
        assertThat(Aamva.parse("https://example.org/?DAQ=1")).isEmpty();
        assertThat(Aamva.parse("ANSI 636014080001DL\u0000\u0000")).isEmpty();
    }

    @Test
    void controlCharactersAndEndlessValuesDoNotComeThrough() {
        String payload =
                "ANSI 636014080001DL00310030DLDAQ1\u0007\u00002\nDCS" + "A".repeat(100_000);
        Aamva card = Aamva.parse(payload).orElseThrow();

        assertThat(value(card, "document_number")).contains("12");
        assertThat(value(card, "last_name").orElseThrow()).hasSize(200);
        assertThat(card.toString()).doesNotContain("AAAA");
    }

    /// What the source project expects of the samples of 41 issuers.
    @Test
    void readsTheSamplesOfManyIssuers() throws IOException {
        assumeTrue(Files.isDirectory(SET), "no labelled pictures beside the project");
        JsonNode files =
                new ObjectMapper().readTree(SET.resolve("truth.json").toFile()).path("files");
        Map<String, String> names =
                Map.of(
                        "IdNumber", "document_number",
                        "DateOfBirth", "date_of_birth",
                        "ExpirationDate", "expiry_date",
                        "IssueDate", "issue_date",
                        "Last", "last_name",
                        "First", "first_name");
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (var file : files.properties()) {
            String payload = Files.readString(SET.resolve(file.getKey()), StandardCharsets.UTF_8);
            Optional<Aamva> card = Aamva.parse(payload);
            for (var name : names.entrySet()) {
                JsonNode expected = file.getValue().path("expected").path(name.getKey());
                if (expected.isTextual()) {
                    compared++;
                    Optional<String> read = card.flatMap(c -> value(c, name.getValue()));
                    if (!read.equals(Optional.of(expected.asText()))) {
                        wrong.add(
                                file.getKey()
                                        + " "
                                        + name.getKey()
                                        + " "
                                        + expected.asText()
                                        + " <> "
                                        + read.orElse("nothing"));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(200);
        assertThat(wrong).isEmpty();
    }

    private static Optional<String> value(Aamva card, String name) {
        return card.fields(List.of()).stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }
}

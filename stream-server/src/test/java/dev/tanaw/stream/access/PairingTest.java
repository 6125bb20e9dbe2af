package dev.tanaw.stream.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    @TempDir private Path folder;

    private Pairing of(String kind) {
        return kind.equals("file")
                ? Pairing.in(folder.resolve("pairing.json"))
                : Pairing.inMemory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void aCodeWorksOnce(String kind) throws IOException {
        Pairing pairing = of(kind);
        String digits = pairing.begin(NOW).digits();

        assertThat(pairing.redeem(digits, NOW)).isTrue();
        assertThat(pairing.redeem(digits, NOW)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void aCodeWorksForTwoMinutes(String kind) throws IOException {
        Pairing pairing = of(kind);
        Pairing.Code code = pairing.begin(NOW);

        assertThat(pairing.redeem(code.digits(), NOW.plusSeconds(120))).isFalse();
        assertThat(pairing.redeem(code.digits(), NOW.plusSeconds(119))).isTrue();
        assertThat(code.until()).isEqualTo(NOW.plusSeconds(120));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void fiveWrongTriesMakeItVoid(String kind) throws IOException {
        Pairing pairing = of(kind);
        for (int wrong = 1; wrong <= 5; wrong++) {
            String digits = pairing.begin(NOW).digits();
            for (int i = 0; i < wrong; i++) {
                assertThat(pairing.redeem(other(digits), NOW)).isFalse();
            }
            assertThat(pairing.redeem(digits, NOW)).isEqualTo(wrong < 5);
        }
    }

    private static String other(String digits) {
        return digits.equals("123456") ? "654321" : "123456";
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "memory"})
    void aNewCodeMakesTheOldOneVoid(String kind) throws IOException {
        Pairing pairing = of(kind);
        String old = pairing.begin(NOW).digits();
        String digits = pairing.begin(NOW).digits();

        assertThat(pairing.redeem(old, NOW)).isEqualTo(old.equals(digits));
    }

    @Test
    void whatIsNoCodeIsNoTry() {
        assertThat(Pairing.isCode("123 456")).isTrue();
        assertThat(Pairing.isCode("12345")).isFalse();
        assertThat(Pairing.isCode("1234567")).isFalse();
        assertThat(Pairing.isCode("tanaw_ab_cd")).isFalse();
        assertThat(Pairing.isCode("١٢٣٤٥٦")).isFalse();
        assertThat(Pairing.isCode(" ".repeat(100) + "123456")).isFalse();
    }

    @Test
    void theFileHasNoDigitsAndNobodyElseMayReadIt() throws IOException {
        Path file = folder.resolve("pairing.json");
        String digits = Pairing.in(file).begin(NOW).digits();

        assertThat(Files.readString(file)).doesNotContain("\"" + digits + "\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "nonsense");
        assertThat(Pairing.in(file).redeem(digits, NOW)).isFalse();
    }
}

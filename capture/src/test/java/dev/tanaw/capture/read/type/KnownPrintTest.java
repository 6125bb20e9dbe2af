package dev.tanaw.capture.read.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KnownPrintTest {
    private final KnownPrint known = new KnownPrint(DocumentTypes.shipped());

    @ParameterizedTest
    @ValueSource(strings = {"Date of birth", "Apelyido/Last Name", "DATE OF BIRTH", "Nationality"})
    void labelsAreKnownInAnyCaseAndLanguage(String run) {
        assertThat(known.test(run)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sex F",
                "DELA CRUZ",
                "Date of birth 12 MAY 1990",
                "P1234567A",
                "Name X"
            })
    void whatMayBeAValueIsNot(String run) {
        assertThat(known.test(run)).isFalse();
    }
}

package dev.tanaw.capture.read.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormatTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "07 APR 1997|1997-04-07",
                "07APR1997|1997-04-07",
                "7 AVR/APR 97|1997-04-07",
                "12 AGO 2031|2031-08-12",
                "01 JUIL 2020|2020-07-01",
                "15.03.2025|2025-03-15",
                "1987/10/04|1987-10-04",
                "1987-10-04|1987-10-04",
                "APRIL 07, 1997|1997-04-07",
                "March 1, 2024|2024-03-01",
                "03 MÄR 2020|2020-03-03",
                "04 0CT 2033|2033-10-04",
                "O4 OCT 2O33|2033-10-04"
            })
    void datesAreReadAsDocumentsPrintThem(String printed, String day) {
        assertThat(Format.DATE.parse(printed, false, TODAY))
                .map(Format.Parsed::value)
                .contains(day);
    }

    @Test
    void someCountriesPutTheMonthFirst() {
        assertThat(Format.DATE.parse("03/04/2020", true, TODAY))
                .map(Format.Parsed::value)
                .contains("2020-03-04");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31 FEB 2020", "12345678901", "ZENITH CITY", "99/99/9999", "1997"})
    void whatIsNoDayIsNone(String printed) {
        assertThat(Format.DATE.parse(printed, false, TODAY)).isEmpty();
    }

    @Test
    void aLookAlikeThatWasReplacedIsTold() {
        assertThat(Format.BLOOD.parse("0+", false, TODAY)).contains(new Format.Parsed("O+", true));
        assertThat(Format.NAME.parse("SANT0S", false, TODAY))
                .contains(new Format.Parsed("SANTOS", true));
    }

    @Test
    void numbersAreNoNames() {
        assertThat(Format.NAME.parse("U97-31-236784", false, TODAY)).isEmpty();
        assertThat(Format.NUMBER.parse("REYES", false, TODAY)).isEmpty();
    }

    @Test
    void labelsAreKnownInSpiteOfSmallErrors() {
        assertThat(Likeness.find("Date of birth", "Date.of bjrth / Petsa")).isPresent();
        assertThat(Likeness.find("Given names", "Givennames/ Mgapangalan")).isPresent();
        assertThat(Likeness.find("Date of birth", "Place of birth")).isEmpty();
        assertThat(Likeness.find("Sex", "ESSEX")).isEmpty();
        assertThat(Likeness.find("Sex", "Sex/Kasarian")).isPresent();
    }

    @Test
    void namesInOneLineAreDivided() {
        assertThat(NameList.parts("DELA CRUZ, JUAN PEDRO DE LA ROSA"))
                .containsExactly("DELA CRUZ", "JUAN PEDRO", "DE LA ROSA");
        assertThat(NameList.parts("REYES, JUAN")).containsExactly("REYES", "JUAN");
        assertThat(NameList.parts("REYES")).containsExactly("REYES");
    }

    @Test
    void everyShippedKindIsWhole() {
        assertThat(DocumentTypes.shipped())
                .extracting(DocumentType::id)
                .contains(
                        "icao-passport",
                        "mrz-id-card",
                        "aamva-licence",
                        "eu-licence",
                        "ph-philid",
                        "ph-umid",
                        "ph-licence",
                        "ph-prc")
                .doesNotHaveDuplicates();
        assertThat(DocumentTypes.shipped())
                .allMatch(type -> !type.fields().isEmpty() && !type.evidence().isEmpty());
    }
}

package dev.tanaw.capture.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MrzWriterTest {
    private static final Person ANNA =
            new Person(
                    "Eriksson",
                    "Anna Maria",
                    "",
                    LocalDate.of(1974, 8, 12),
                    Person.Sex.F,
                    "Zenith",
                    new Person.Address("1 Road", "Zenith", "1000"),
                    170,
                    "A+",
                    "SINGLE");
    private static final LocalDate EXPIRES = LocalDate.of(2012, 4, 15);

    @Test
    void aPassportIsTheSpecimenOfDoc9303() {
        Paper paper = new Paper("L898902C3", EXPIRES.minusYears(10), EXPIRES);

        assertThat(MrzWriter.passport(ANNA, paper, "ZE184226B"))
                .containsExactly(
                        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    }

    @Test
    void aCardIsTheSpecimenOfDoc9303() {
        Paper paper = new Paper("D23145890", EXPIRES.minusYears(10), EXPIRES);

        assertThat(MrzWriter.card(ANNA, paper))
                .containsExactly(
                        "I<UTOD231458907<<<<<<<<<<<<<<<",
                        "7408122F1204159UTO<<<<<<<<<<<6",
                        "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    }

    @ParameterizedTest
    @CsvSource({
        "Østergård, OESTERGAARD",
        "Müller, MUELLER",
        "Lindqvist-Öberg, LINDQVIST<OEBERG",
        "O'Sullivan, OSULLIVAN",
        "Peñaflor, PENAFLOR",
        "García Ibáñez, GARCIA<IBANEZ",
        "Zoë, ZOE",
        "Dela Cruz, DELA<CRUZ"
    })
    void aNameIsSpelledWithTheLettersOfTheZone(String name, String spelled) {
        assertThat(MrzWriter.letters(name)).isEqualTo(spelled);
    }
}

package dev.tanaw.desktop.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextsTest {
    private static final List<String> FIELDS =
            List.of(
                    "document_type",
                    "issuing_country",
                    "last_name",
                    "first_name",
                    "document_number",
                    "nationality",
                    "date_of_birth",
                    "sex",
                    "expiry_date",
                    "optional_data");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeHasASentence(Language language) {
        Texts texts = new Texts(language);
        Stream<String> sentences =
                Stream.of(
                                Arrays.stream(Instruction.values()).map(texts::of),
                                Arrays.stream(Step.values()).map(texts::of),
                                Arrays.stream(CancelReason.values()).map(texts::of),
                                Arrays.stream(Outcome.values()).map(texts::of),
                                Arrays.stream(Gate.values()).map(texts::of),
                                Arrays.stream(Band.values()).map(texts::of),
                                Arrays.stream(Field.Source.values()).map(texts::of),
                                Arrays.stream(Side.values()).map(texts::of),
                                Arrays.stream(Chip.Kind.values()).map(texts::of),
                                Arrays.stream(Chip.Mark.values()).map(texts::of),
                                Arrays.stream(DocumentKind.values()).map(texts::of),
                                Arrays.stream(OverrideReason.values()).map(texts::of),
                                Arrays.stream(DiscardReason.values()).map(texts::of),
                                Arrays.stream(Instruction.values()).map(texts::tip))
                        .flatMap(group -> group);
        assertThat(sentences).allSatisfy(sentence -> assertThat(sentence).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFieldHasItsOwnWords(Language language) {
        Texts texts = new Texts(language);
        assertThat(FIELDS.stream().map(texts::field))
                .doesNotHaveDuplicates()
                .doesNotContain(texts.text("field.other"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTroubleSaysWhatHappenedWhatToDoAndThatNothingIsLost(Language language) {
        Texts texts = new Texts(language);
        assertThat(Trouble.values()).extracting(texts::what).doesNotHaveDuplicates();
        assertThat(Trouble.values())
                .allSatisfy(trouble -> {
                    assertThat(texts.what(trouble)).isNotBlank();
                    assertThat(texts.next(trouble)).isNotBlank();
                    assertThat(texts.safe(trouble)).isNotBlank();
                });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatHasNoWordsYetStillSaysSomething(Language language) {
        Texts texts = new Texts(language);
        assertThat(texts.field("unheard_of")).isEqualTo(texts.text("field.other"));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(catalogue("kiosk_fil.properties").keySet())
                .isEqualTo(catalogue("kiosk.properties").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kiosk.properties", "kiosk_fil.properties"})
    void anInstructionHasAtMostSixWords(String file) throws IOException {
        assertThat(catalogue(file).entrySet())
                .filteredOn(entry -> entry.getKey().toString().startsWith("instruction."))
                .isNotEmpty()
                .allSatisfy(entry ->
                        assertThat(entry.getValue().toString().split("\\s+"))
                                .hasSizeLessThanOrEqualTo(6));
    }

    @Test
    void filipinoIsChosenByEitherOfItsCodes() {
        assertThat(Language.of(Locale.of("fil", "PH"))).isEqualTo(Language.FILIPINO);
        assertThat(Language.of(Locale.of("tl"))).isEqualTo(Language.FILIPINO);
        assertThat(Language.of(Locale.GERMANY)).isEqualTo(Language.ENGLISH);
    }

    private static Properties catalogue(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream =
                Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}

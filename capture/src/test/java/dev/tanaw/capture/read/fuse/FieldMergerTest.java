package dev.tanaw.capture.read.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Field.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FieldMergerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void sourcesThatAgreeMakeAFieldSurer() {
        Field merged =
                merged(
                        field("last_name", "REYES", 0.9, Source.MRZ),
                        field("last_name", "REYES", 0.85, Source.PRINTED));

        assertThat(merged.confidence()).isGreaterThan(0.93);
        assertThat(merged.sources()).containsExactly(Source.MRZ, Source.PRINTED);
        assertThat(merged.checks()).contains("sources_agree:pass");
        assertThat(merged.conflict()).isFalse();
    }

    @Test
    void sourcesThatDifferAreAConflictThatIsNeverGreen() {
        Field merged =
                merged(
                        field("date_of_birth", "1990-01-02", 0.99, Source.MRZ),
                        field("date_of_birth", "1990-01-03", 0.85, Source.PRINTED));

        assertThat(merged.value()).isEqualTo("1990-01-02");
        assertThat(merged.conflict()).isTrue();
        assertThat(merged.band()).isNotEqualTo(Band.GREEN);
        assertThat(merged.alternatives())
                .extracting(Field.Alternative::value)
                .containsExactly("1990-01-03");
        assertThat(merged.checks()).contains("sources_agree:fail");
    }

    @ParameterizedTest
    @CsvSource({
        "MUELLER, MÜLLER",
        "MULLER, MÜLLER",
        "MUXXLLER, MÜLLER",
        "MUNOZ, MUÑOZ",
        "MUNXXOZ, MUÑOZ",
        "OESTERGAARD, ØSTERGÅRD",
        "OSTERGARD, ØSTERGÅRD",
        "AEROE, ÆRØ",
        "STRASSER, STRAẞER",
        "OSULLIVAN, O'SULLIVAN",
        "LINDQVIST OEBERG, LINDQVIST-ÖBERG",
        "THOR, ÞOR",
        "DELA CRUZ, Dela Cruz"
    })
    void aZoneSpellsLettersItsOwnWay(String zone, String printed) {
        Field merged =
                merged(
                        field("last_name", zone, 0.95, Source.MRZ),
                        field("last_name", printed, 0.8, Source.PRINTED));

        assertThat(merged.conflict()).isFalse();
        assertThat(merged.alternatives()).allMatch(Field.Alternative::agrees);
    }

    @ParameterizedTest
    @CsvSource({"MUELLER, MILLER", "MUNOZ, MUÑEZ", "REYES, REYE", "ABAD, ABADA"})
    void anotherNameIsAnotherName(String zone, String printed) {
        Field merged =
                merged(
                        field("last_name", zone, 0.95, Source.MRZ),
                        field("last_name", printed, 0.8, Source.PRINTED));

        assertThat(merged.conflict()).isTrue();
    }

    @Test
    void aNameThatTheZoneHadNoRoomForStillAgrees() {
        List<Field> said =
                List.of(
                        field("first_name", "MARIA CRIS", 0.95, Source.MRZ),
                        field("first_name", "MARIA CRISTINA", 0.8, Source.PRINTED));

        assertThat(new FieldMerger(true).merge(said).getFirst().conflict()).isFalse();
        assertThat(new FieldMerger(false).merge(said).getFirst().conflict()).isTrue();
    }

    @Test
    void faintPrintContradictsNobody() {
        Field merged =
                merged(
                        field("last_name", "REYES", 0.97, Source.MRZ),
                        field("last_name", "BEVES", 0.3, Source.PRINTED));

        assertThat(merged.conflict()).isFalse();
        assertThat(merged.confidence()).isEqualTo(0.97);
    }

    @Test
    void aPeopleAndACodeAreNotCompared() {
        Field merged =
                merged(
                        field("nationality", "PHL", 0.97, Source.MRZ),
                        field("nationality", "FILIPINO", 0.8, Source.PRINTED));

        assertThat(merged.value()).isEqualTo("PHL");
        assertThat(merged.conflict()).isFalse();
    }

    @Test
    void whatIsSignedStandsBeforeWhatIsPrinted() {
        Field merged =
                merged(
                        field("last_name", "REYES", 0.85, Source.PRINTED),
                        field("last_name", "Reyes", 0.99, Source.SIGNED_QR));

        assertThat(merged.value()).isEqualTo("Reyes");
        assertThat(merged.source()).isEqualTo(Source.SIGNED_QR);
    }

    @Test
    void expiredAndUnderAgeAreTold() {
        List<Field> checked =
                DateChecks.of(
                        List.of(
                                field("date_of_birth", "2010-06-02", 0.99, Source.MRZ),
                                field("expiry_date", "2026-05-31", 0.99, Source.MRZ),
                                field("issue_date", "2026-06-02", 0.8, Source.PRINTED)),
                        TODAY);

        assertThat(checked.get(0).checks()).contains("of_age:fail");
        assertThat(checked.get(1).checks()).contains("not_expired:fail");
        assertThat(checked.get(2).checks()).contains("valid_already:fail");
    }

    @Test
    void issuedAfterItExpiresIsNoGreenDate() {
        List<Field> checked =
                DateChecks.of(
                        List.of(
                                field("issue_date", "2030-01-01", 0.99, Source.MRZ),
                                field("expiry_date", "2029-01-01", 0.99, Source.MRZ)),
                        TODAY);

        assertThat(checked)
                .allMatch(field -> field.checks().contains("dates_in_order:fail"))
                .noneMatch(field -> field.band() == Band.GREEN);
    }

    private static Field merged(Field... said) {
        List<Field> merged = new FieldMerger(false).merge(List.of(said));
        assertThat(merged).hasSize(1);
        return merged.getFirst();
    }

    private static Field field(String name, String value, double confidence, Source source) {
        return new Field(name, value, confidence, source, List.of(), false, List.of());
    }
}

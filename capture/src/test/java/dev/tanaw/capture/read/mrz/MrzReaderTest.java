package dev.tanaw.capture.read.mrz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrzReaderTest {
    private static MrzReader reader;

    @BeforeAll
    static void load() throws ReaderDamaged {
        reader = MrzReader.load();
        assertThat(reader.damage()).isEmpty();
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aPassportIsReadCharacterForCharacter(long seed) {
        Specimen passport = Specimens.passport(seed);
        try (Mat picture = Pictures.of(passport, 1200)) {
            assertThat(texts(picture)).isEqualTo(passport.mrz());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBackOfACardIsReadCharacterForCharacter(long seed) {
        Specimen card = Specimens.idCard(seed).getLast();
        try (Mat picture = Pictures.of(card, 1000)) {
            assertThat(texts(picture)).isEqualTo(card.mrz());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aPictureMayLieOnItsSideOrUpsideDown(int quarters) {
        Specimen passport = Specimens.passport(4);
        try (Mat picture = Pictures.of(passport, 1100);
                Mat turned = Pictures.turned(picture, quarters)) {
            assertThat(texts(turned)).isEqualTo(passport.mrz());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-14, -6, 7, 16})
    void aDocumentMayLieAskew(double degrees) {
        Specimen passport = Specimens.passport(5);
        try (Mat picture = Pictures.of(passport, 1500);
                Mat askew = Pictures.askew(picture, degrees)) {
            assertThat(texts(askew)).isEqualTo(passport.mrz());
        }
    }

    @Test
    void softSmallPicturesAreRead() {
        Specimen passport = Specimens.passport(6);
        try (Mat picture = Pictures.of(passport, 620);
                Mat soft = Pictures.blurred(picture, 0.9)) {
            assertThat(texts(soft)).isEqualTo(passport.mrz());
        }
    }

    @Test
    void lightPrintOnDarkPaperIsRead() {
        Specimen passport = Specimens.passport(7);
        try (Mat picture = Pictures.of(passport, 1200)) {
            opencv_core.bitwise_not(picture, picture);
            assertThat(texts(picture)).isEqualTo(passport.mrz());
        }
    }

    @Test
    void linesSayWhereTheyAreOnThePicture() {
        Specimen passport = Specimens.passport(8);
        try (Mat picture = Pictures.of(passport, 1200)) {
            MrzReading.Read read = (MrzReading.Read) reader.read(picture);
            var lower = read.mrz().lines().getLast().place().orElseThrow();
            assertThat(lower.centre().y()).isBetween(0.85 * picture.rows(), 1.0 * picture.rows());
            assertThat(lower.width()).isBetween(0.8 * picture.cols(), 0.98 * picture.cols());
        }
    }

    @Test
    void aBlankPictureHasNoLines() {
        try (Mat blank = Pictures.blank()) {
            assertThat(reader.read(blank))
                    .isEqualTo(new MrzReading.Unreadable(MrzReading.Reason.NO_LINES));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void noiseAndLandscapesAreNoZone(long seed) {
        try (Mat noise = Pictures.noise(seed);
                Mat landscape = Pictures.landscape(seed)) {
            assertThat(reader.read(noise)).isInstanceOf(MrzReading.Unreadable.class);
            assertThat(reader.read(landscape)).isInstanceOf(MrzReading.Unreadable.class);
        }
    }

    @Test
    void aFaceAndTheFrontOfACardAreNoZone() throws IOException {
        try (Mat face = Pictures.face();
                Mat front = Pictures.of(Specimens.idCard(2).getFirst(), 1000)) {
            assertThat(reader.read(face)).isInstanceOf(MrzReading.Unreadable.class);
            assertThat(reader.read(front)).isInstanceOf(MrzReading.Unreadable.class);
        }
    }

    @Test
    void aPictureTooSmallToHoldAZoneIsRefused() {
        try (Mat tiny = new Mat(20, 20, opencv_core.CV_8U)) {
            assertThat(reader.read(tiny)).isInstanceOf(MrzReading.Unreadable.class);
        }
    }

    @Test
    void aDamagedModelIsNotUsed() {
        byte[] model = "not a model".getBytes(StandardCharsets.US_ASCII);
        byte[] digest = "0".repeat(64).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> Recogniser.load(model, digest))
                .isInstanceOf(ReaderDamaged.class)
                .hasMessageContaining("not the file that was shipped");
    }

    @Test
    void withoutTheModelDrawnCharactersAreComparedAndItSaysSo() throws ReaderDamaged {
        Specimen passport = Specimens.passport(9);
        Optional<ReaderDamaged> damage = Optional.of(new ReaderDamaged("gone"));
        try (MrzReader fallback = new MrzReader(GlyphReader.load(), damage);
                Mat picture = Pictures.of(passport, 1200)) {
            assertThat(texts(fallback.read(picture))).isEqualTo(passport.mrz());
            assertThat(fallback.damage()).isPresent();
        }
    }

    private static List<String> texts(Mat picture) {
        return texts(reader.read(picture));
    }

    private static List<String> texts(MrzReading reading) {
        return switch (reading) {
            case MrzReading.Read read -> read.mrz().texts();
            case MrzReading.Unreadable unreadable -> List.of(unreadable.reason().name());
        };
    }
}

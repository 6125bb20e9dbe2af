package dev.tanaw.desktop.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.CameraDriver.Kind;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.quality.FocusRange;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.site.CardLook;
import dev.tanaw.capture.site.RoomLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteTest {
    private static final Instant THEN = Instant.parse("2026-11-22T08:30:00Z");
    private static final CameraSource DESK = camera("usb-0042", "Desk camera");

    @TempDir private Path data = Path.of("target");

    private static CameraSource camera(String id, String name) {
        return new CameraSource(
                id,
                name,
                Kind.WEBCAM,
                () -> {
                    throw new CameraException(CameraException.Fault.NOT_FOUND, "no camera here");
                });
    }

    private static SiteProfile profile() {
        return new SiteProfile(
                new SiteProfile.Lens("usb-0042", "Desk camera", false, 1280, 720, 29.97),
                new RoomLight.Measured(60, 0.42, 0.71, 0.004, 0.003),
                new CardLook.Measured(
                        220,
                        760,
                        0.79,
                        new FocusRange(OptionalDouble.of(180), OptionalDouble.of(260)),
                        1010,
                        0.61,
                        0.0005,
                        0.4),
                THEN,
                "1.0.0");
    }

    private static Measurement held(double dpi, double focus) {
        Map<Gate, Double> values = new EnumMap<>(Gate.class);
        values.put(Gate.DOCUMENT, 0.9);
        values.put(Gate.MARGIN, 0.1);
        values.put(Gate.CORNERS, 0.9);
        values.put(Gate.SIZE, 0.7);
        values.put(Gate.RESOLUTION, dpi);
        values.put(Gate.TILT, 2.0);
        values.put(Gate.STABILITY, 0.99);
        values.put(Gate.FOCUS, focus);
        values.put(Gate.LIGHT, 0.6);
        values.put(Gate.CONTRAST, 0.5);
        values.put(Gate.GLARE, 0.0);
        return new Measurement(values, List.of(new Place(0.2, 0.2), new Place(0.8, 0.8)));
    }

    private static Instruction remedy(Gates gates, double dpi, double focus) {
        return gates.judge(held(dpi, focus), Set.of()).remedy().orElse(Instruction.STEADY);
    }

    @Test
    void whatWasWrittenIsReadAgainAndForItsOwnerOnly() throws IOException {
        Path file = ProfileFile.write(profile(), data);
        ProfileFile.write(profile(), data);

        assertThat(ProfileFile.read(data)).isEqualTo(new ProfileFile.Kept(profile()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whoHoldsABlurredDocumentOutOfTheSharpRangeIsToldWhichWayToMoveIt() throws IOException {
        ProfileFile.write(profile(), data);
        Gates gates = Site.of(data, DESK).gates();

        assertThat(remedy(gates, 300, 0.5)).isEqualTo(Instruction.TOO_CLOSE);
        assertThat(remedy(gates, 170, 0.5)).isEqualTo(Instruction.TOO_FAR);
        assertThat(remedy(gates, 220, 0.5)).isEqualTo(Instruction.SHARPEN);
    }

    /// The profile moves words, never limits.
    @Test
    void whatIsSharpPassesAtAnyDistance() throws IOException {
        ProfileFile.write(profile(), data);
        Gates gates = Site.of(data, DESK).gates();

        assertThat(gates.judge(held(300, 0.7), Set.of()).good()).isTrue();
        assertThat(gates.judge(held(170, 0.7), Set.of()).good()).isTrue();
    }

    @Test
    void withoutAProfileNothingIsSaidAndNothingIsDifferent() {
        Site site = Site.of(data, DESK);

        assertThat(site.words(THEN)).isEmpty();
        assertThat(remedy(site.gates(), 300, 0.5)).isEqualTo(Instruction.SHARPEN);
    }

    @Test
    void itIsSaidForWhichCameraAndWhenItWasCalibrated() throws IOException {
        ProfileFile.write(profile(), data);

        assertThat(Site.of(data, DESK).words(THEN.plus(Duration.ofDays(180))))
                .containsExactly("Calibrated for Desk camera on 22 November 2026.");
        assertThat(Site.of(data, DESK).words(1280, 720)).isEmpty();
    }

    @Test
    void anotherCameraIsSaidAndTheProfileLeftOut() throws IOException {
        ProfileFile.write(profile(), data);
        Site other = Site.of(data, camera("usb-0077", "Desk camera"));

        assertThat(other.words(THEN)).hasSize(2).last().asString().startsWith("SITE-02");
        assertThat(other.words(640, 480)).isEmpty();
        assertThat(remedy(other.gates(), 300, 0.5)).isEqualTo(Instruction.SHARPEN);
    }

    @Test
    void anotherFormatIsSaid() throws IOException {
        ProfileFile.write(profile(), data);

        assertThat(Site.of(data, DESK).words(1920, 1080))
                .hasValueSatisfying(words ->
                        assertThat(words).startsWith("SITE-02").contains("1920x1080", "1280x720"));
    }

    @Test
    void anOldProfileIsSaidToBeOld() throws IOException {
        ProfileFile.write(profile(), data);

        assertThat(Site.of(data, DESK).words(THEN.plus(Duration.ofDays(181))))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("SITE-03")
                .contains("180 days");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"version\": 2}",
                "{\"version\": 1}",
                "{\"version\": 1, \"camera\": {\"id\": 7}}"
            })
    void aDamagedProfileIsSaidAndLeftOut(String written) throws IOException {
        Files.writeString(ProfileFile.in(data), written);
        Site site = Site.of(data, DESK);

        assertThat(site.words(THEN)).singleElement().asString().startsWith("SITE-01");
        assertThat(remedy(site.gates(), 300, 0.5)).isEqualTo(Instruction.SHARPEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"width_px\" : 1280|\"width_px\" : -3",
                "\"sharp_from_dpi\" : 180.0|\"sharp_from_dpi\" : 999.0",
                "2026-11-22T08:30:00Z|yesterday",
                "\"best_width_px\" : 760.0|\"best_width_px\" : \"wide\""
            })
    void aValueThatCannotBeIsDamage(String change) throws IOException {
        Path file = ProfileFile.write(profile(), data);
        String[] both = change.split("\\|", 2);
        String before = Files.readString(file);
        Files.writeString(file, before.replace(both[0], both[1]));

        assertThat(Files.readString(file)).isNotEqualTo(before);
        assertThat(ProfileFile.read(data)).isInstanceOf(ProfileFile.Damaged.class);
    }
}

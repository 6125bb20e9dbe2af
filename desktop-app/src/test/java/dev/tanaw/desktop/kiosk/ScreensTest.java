package dev.tanaw.desktop.kiosk;

import static dev.tanaw.desktop.kiosk.Story.gate;
import static dev.tanaw.desktop.kiosk.Story.read;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws every screen in every language at the sizes of kiosks, for eyes; and checks what a program
/// can see of it: that something is drawn and that no text is cut off.
final class ScreensTest {
    private static final CaptureEvent.QualityUpdated GLARE =
            new CaptureEvent.QualityUpdated(
                    Side.FRONT,
                    40,
                    Instruction.LESS_GLARE,
                    List.of(
                            gate(Gate.LIGHT, 0.55, 0.25, true),
                            gate(Gate.CONTRAST, 0.4, 0.3, true),
                            gate(Gate.FOCUS, 0.8, 0.65, true),
                            gate(Gate.GLARE, 0.05, 0.035, false),
                            gate(Gate.TILT, 4, 10, true),
                            gate(Gate.SIZE, Double.NaN, 0.55, false)),
                    List.of());

    private static final CaptureEvent.QualityUpdated FACE =
            new CaptureEvent.QualityUpdated(
                    Side.FACE,
                    90,
                    Instruction.FACE_CAMERA,
                    List.of(
                            gate(Gate.LIGHT, 0.55, 0.2, true),
                            gate(Gate.DYNAMIC_RANGE, 6.5, 5, true),
                            gate(Gate.YAW, 22, 15, false),
                            gate(Gate.PITCH, 4, 15, true),
                            gate(Gate.ROLL, 2, 8, true),
                            gate(Gate.EYE_DISTANCE, 112, 90, true),
                            gate(Gate.HEAD_SIZE, 0.3, 0.45, true),
                            gate(Gate.EYES_OPEN, 0.09, 0.053, true),
                            gate(Gate.FOCUS, Double.NaN, 0.4, false)),
                    List.of());

    @ParameterizedTest
    @CsvSource({
        "FILIPINO, 1280, 800",
        "ENGLISH, 1280, 800",
        "FILIPINO, 1920, 1080",
        "ENGLISH, 1920, 1080"
    })
    void everyScreenIsWhole(Language language, int width, int height) throws Exception {
        List<Specimen> card = Specimens.idCard(7);
        try (Booth booth = Booth.sized(language, width, height);
                Desk desk = new Desk(booth.preview)) {
            Shot shot = new Shot(booth, language, width, new ArrayList<>());
            shot.take("01-attract");

            booth.tell(Story.begun());
            shot.take("02-live-empty");

            desk.lay(card.getFirst());
            await().pollDelay(1800, MILLISECONDS)
                    .atMost(10, SECONDS)
                    .until(() -> !desk.outline().isEmpty());
            booth.tell(seen(desk, GLARE));
            shot.take("03-live-glare");

            booth.tell(
                    Story.locked(Side.FRONT),
                    Story.givenUp(Side.FRONT, CancelReason.MOTION_DETECTED));
            shot.take("04-live-lapse");

            booth.tell(Story.locked(Side.FRONT), seen(desk, good()), Story.counting(Side.FRONT));
            await().pollDelay(300, MILLISECONDS).until(() -> true);
            shot.take("05-countdown");

            booth.tell(Story.taken(Side.FRONT));
            booth.keep(desk.kept(Side.FRONT));
            await().pollDelay(350, MILLISECONDS).until(() -> true);
            List<Field> fields = Story.mrz();
            fields.stream().limit(4).forEach(field -> booth.tell(read(Side.FRONT, field)));
            booth.tell(new CaptureEvent.ExtractionProgressed(Side.FRONT, 4, 10));
            await().pollDelay(300, MILLISECONDS).until(() -> true);
            shot.take("06-reading");

            fields.forEach(field -> booth.tell(read(Side.FRONT, field)));
            await().pollDelay(1000, MILLISECONDS).until(() -> true);
            booth.tell(new CaptureEvent.Warned(Trouble.SHOT_BY_HAND), Story.confirm(Side.FRONT));
            await().pollDelay(500, MILLISECONDS).until(() -> true);
            shot.take("07-confirm");
            booth.point("#field-front-document_number");
            shot.take("19-confirm-place");

            booth.tell(Story.flip());
            await().pollDelay(500, MILLISECONDS).until(() -> true);
            shot.take("08-flip");

            desk.clear();
            await().atMost(10, SECONDS).until(() -> desk.outline().isEmpty());
            booth.tell(Story.backSearching());
            shot.take("09-back");

            booth.tell(Story.faceSearching());
            desk.stand();
            await().pollDelay(1800, MILLISECONDS).until(() -> !booth.shows(".still"));
            booth.tell(seen(desk, FACE));
            shot.take("14-face");
            booth.tell(Story.locked(Side.FACE), Story.counting(Side.FACE));
            await().pollDelay(700, MILLISECONDS).until(() -> true);
            shot.take("15-face-countdown");
            booth.tell(Story.taken(Side.FACE));
            booth.keep(desk.kept(Side.FACE));
            await().pollDelay(350, MILLISECONDS).until(() -> true);
            shot.take("16-face-taken");
            booth.tell(Story.confirm(Side.FACE));
            shot.take("17-face-confirm");

            booth.tell(Story.backSearching());
            booth.tell(
                    new CaptureEvent.CameraLost(
                            CameraRole.BOTH, "UNPLUGGED", Duration.ofSeconds(4)));
            shot.take("10-camera-lost");
            booth.tell(new CaptureEvent.CameraFound(CameraRole.BOTH, "Desk", 1280, 720));

            desk.unplug();
            await().atMost(5, SECONDS).until(() -> booth.shows(".still"));
            shot.take("11-stalled");

            booth.tell(Story.complete());
            shot.take("12-done");

            booth.tell(Story.ready(), Story.ended(Outcome.TIMED_OUT));
            shot.take("13-ended");

            booth.tell(Story.interrupted(Recovery.ASKED));
            shot.take("18-interrupted");

            assertThat(shot.cut()).as("texts that found no room").isEmpty();
        }
    }

    private static CaptureEvent.QualityUpdated seen(Desk desk, CaptureEvent.QualityUpdated of) {
        return new CaptureEvent.QualityUpdated(
                of.side(), of.frame(), of.instruction(), of.gates(), desk.outline());
    }

    private static CaptureEvent.QualityUpdated good() {
        return new CaptureEvent.QualityUpdated(
                Side.FRONT,
                60,
                Instruction.DO_NOT_MOVE,
                GLARE.gates().stream().map(g -> gate(g.gate(), 0.9, 0.5, true)).toList(),
                List.of());
    }

    private record Shot(Booth booth, Language language, int width, List<String> cut) {
        void take(String name) throws IOException {
            booth.settle();
            await().pollDelay(150, MILLISECONDS).until(() -> true);
            BufferedImage picture = Pictures.of(booth.scene());
            Pictures.write(
                    picture,
                    "%d-%s-%s".formatted(width, language.name().toLowerCase(Locale.ROOT), name));
            assertThat(colours(picture)).as(name).hasSizeGreaterThan(20);
            Cut.texts(booth.scene()).forEach(text -> cut.add(name + ": " + text));
        }

        private static Set<Integer> colours(BufferedImage picture) {
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < picture.getHeight(); y += 3) {
                for (int x = 0; x < picture.getWidth(); x += 3) {
                    colours.add(picture.getRGB(x, y));
                }
            }
            return colours;
        }
    }
}

package dev.tanaw.desktop.kiosk;

import static dev.tanaw.desktop.kiosk.Story.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every screen in every language, theme and text size, as a file for eyes; and what a program can
/// see of it: nothing is cut off, everything can be read, touched and named.
final class LooksTest {
    static Stream<Arguments> looks() {
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        Arrays.stream(Theme.values())
                                .flatMap(theme ->
                                        Stream.of(TextSize.NORMAL, TextSize.LARGEST)
                                                .map(size -> Arguments.of(language, theme, size))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyScreenCanBeReadTouchedAndNamed(Language language, Theme theme, TextSize size)
            throws IOException {
        KioskOptions options =
                Booth.options(language).looking(new Appearance(theme, size, Motion.REDUCED));
        try (Booth booth = Booth.sized(options, 1280, 800)) {
            Look look = new Look(booth, language, theme, size, new ArrayList<>());
            look.at("01-attract");
            booth.watched(true);
            look.at("19-watched");
            booth.tell(Story.asked());
            look.at("02-consent");
            booth.tell(Story.choosing());
            look.at("03-choice");
            booth.tell(Story.begun(), Story.seen(Side.FRONT, Instruction.LESS_GLARE));
            look.at("04-live");
            booth.tell(new CaptureEvent.Warned(Trouble.ROOM_DARK));
            look.at("05-live-dark");
            booth.tell(Story.taken(Side.FRONT));
            Story.mrz().forEach(field -> booth.tell(read(Side.FRONT, field)));
            booth.tell(read(Side.FRONT, Story.doubtful()));
            look.at("06-reading");
            booth.tell(new CaptureEvent.Warned(Trouble.CHECK_DIGIT), Story.confirm(Side.FRONT));
            look.at("07-confirm");
            booth.press("#field-front-document_number");
            look.at("08-edit");
            booth.press("#action-back");
            booth.press("#action-overrule");
            look.at("09-overrule");
            booth.press("#action-back");
            booth.tell(new CaptureEvent.ValuesShown("desk-2", "The name cannot be read."));
            look.at("18-disclosed");
            booth.tell(
                    new CaptureEvent.SupervisorActed(
                            "c1",
                            SupervisorAction.MESSAGE,
                            "desk-2",
                            "supervisor",
                            "The name cannot be read. Please compare it with the document.",
                            ActionOutcome.DONE));
            look.at("23-supervisor-note");
            booth.press("#acted-read");
            booth.tell(Story.idle());
            look.at("10-idle");
            booth.tell(Story.here(), Story.flip());
            look.at("11-flip");
            booth.tell(Story.summary());
            look.at("12-summary");
            booth.tell(
                    Story.faceSearching(),
                    Story.seen(
                            Side.FACE,
                            Instruction.TOO_FAR,
                            Story.gate(Gate.LIGHT, 0.5, 0.2, true),
                            Story.gate(Gate.YAW, 3, 15, true),
                            Story.gate(Gate.EYE_DISTANCE, 60, 90, false),
                            Story.gate(Gate.EYES_OPEN, 0.09, 0.053, true),
                            Story.gate(Gate.FOCUS, 0.5, 0.4, true)));
            look.at("19-face");
            booth.press("#top-operator");
            look.at("20-face-operator");
            booth.press("#without-face-face-exempt");
            assertThat(booth.asked).contains("skipFace FACE_EXEMPT");
            booth.tell(Story.taken(Side.FACE));
            look.at("21-face-taken");
            booth.tell(Story.confirm(Side.FACE));
            look.at("22-face-confirm");
            booth.tell(Story.complete());
            look.at("13-done");
            booth.tell(Story.ready(), Story.ended(Outcome.CANCELLED));
            look.at("14-ended");
            booth.tell(new CaptureEvent.CameraLost(CameraRole.BOTH, "BUSY", Duration.ofSeconds(4)));
            look.at("15-camera-busy");
            booth.tell(
                    new CaptureEvent.CameraFound(CameraRole.BOTH, "HD Webcam", 1280, 720),
                    Story.givenUp(Side.FRONT, CancelReason.GLARE_HIGH),
                    new CaptureEvent.StationTroubled(Trouble.DISK_LOW, false),
                    Story.ready());
            booth.press("#top-operator");
            booth.press("#pair");
            look.at("16-operator");
            booth.press("#action-close");
            booth.refuse(Trouble.PORT_IN_USE, "7070");
            look.at("17-refused");
            assertThat(look.faults()).isEmpty();
        }
    }

    private record Look(
            Booth booth, Language language, Theme theme, TextSize size, List<String> faults) {
        void at(String name) throws IOException {
            booth.settle();
            Pictures.write(
                    Pictures.of(booth.scene()),
                    "look-%s-%s-%s-%s".formatted(lower(size), lower(theme), lower(language), name));
            double least = theme == Theme.CONTRAST ? 7 : 4.5;
            add(name, "cut", Cut.texts(booth.scene()));
            add(name, "outside", Findable.outside(booth.scene()));
            add(name, "small", Findable.tooSmall(booth.scene()));
            add(name, "nameless", Findable.nameless(booth.scene()));
            add(name, "contrast", Contrast.below(booth.scene(), least));
        }

        private void add(String screen, String fault, List<String> found) {
            found.forEach(what -> faults.add(screen + " " + fault + ": " + what));
        }

        private static String lower(Enum<?> name) {
            return name.name().toLowerCase(Locale.ROOT);
        }
    }
}

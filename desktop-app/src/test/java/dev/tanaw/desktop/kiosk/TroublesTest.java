package dev.tanaw.desktop.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.StationTroubled;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every trouble that an event brings is on the screen with its code.
final class TroublesTest {
    private final Texts texts = new Texts(Language.ENGLISH);

    @Test
    void everyFaultOfACameraHasACodeOfItsOwn() {
        assertThat(Arrays.stream(Fault.values()).map(fault -> Trouble.ofCamera(fault.name())))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLostCameraSaysWhatHappenedAndWhatToDo(Fault fault) {
        Trouble trouble = Trouble.ofCamera(fault.name());
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(
                    Story.begun(),
                    new CaptureEvent.CameraLost(
                            CameraRole.BOTH, fault.name(), Duration.ofSeconds(4)));
            assertThat(Findable.words(booth.scene()))
                    .contains(texts.what(trouble), texts.next(trouble))
                    .anyMatch(word -> word.contains(trouble.code()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ROOM_DARK", "ROOM_BRIGHT", "DOCUMENT_MISSING", "CAMERA_STALLED"})
    void whatKeepsThePictureFromBeingTakenIsSaidBesideItUntilItHasPassed(Trouble trouble) {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun(), new CaptureEvent.Warned(trouble));
            assertThat(Findable.words(booth.scene()))
                    .contains(texts.what(trouble))
                    .anyMatch(word -> word.contains(trouble.code()));
            booth.tell(Story.seen(Side.FRONT, Instruction.HOLD_STILL));
            assertThat(Findable.words(booth.scene())).doesNotContain(texts.what(trouble));
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "DOCUMENT_UNSUPPORTED",
                "CHECK_DIGIT",
                "EXPIRED",
                "SIDES_DIFFER",
                "SHOT_BY_HAND",
                "READING_LATE",
                "READING_FAILED",
                "MANY_RETAKES",
                "HELP_WANTED"
            })
    void whatIsWrongWithThePictureIsSaidWhereItIsConfirmed(Trouble trouble) {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun(), Story.taken(Side.FRONT));
            booth.tell(new CaptureEvent.Warned(trouble), Story.confirm(Side.FRONT));
            assertThat(Findable.words(booth.scene()))
                    .contains(texts.what(trouble), texts.next(trouble))
                    .anyMatch(word -> word.contains(trouble.code()));
            assertThat(booth.shows("#action-overrule")).isEqualTo(trouble.blocks());
        }
    }

    @Test
    void aTroubleOfTheStationStandsAtTheTopUntilItIsOver() {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(new StationTroubled(Trouble.DISK_LOW, false));
            assertThat(booth.text("#station-trouble")).isEqualTo("DISK-01");
            booth.tell(new StationTroubled(Trouble.DISK_LOW, true));
            assertThat(booth.shows("#station-trouble")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "PORT_IN_USE",
                "MODEL_DAMAGED",
                "DATA_FOLDER",
                "CAMERA_ADDRESS",
                "CAMERA_NO_PICTURES",
                "CAMERA_UNKNOWN"
            })
    void aStationThatCannotStartSaysWhyAndTriesAgain(Trouble trouble) {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.refuse(trouble, "in so many words");
            assertThat(Findable.words(booth.scene()))
                    .contains(texts.what(trouble), texts.next(trouble), "in so many words");
            booth.press("#action-retry");
            assertThat(booth.asked).containsExactly("begin");
        }
    }
}

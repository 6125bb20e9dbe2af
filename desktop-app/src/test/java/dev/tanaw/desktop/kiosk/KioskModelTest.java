package dev.tanaw.desktop.kiosk;

import static dev.tanaw.desktop.kiosk.Story.field;
import static dev.tanaw.desktop.kiosk.Story.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Phase;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import dev.tanaw.desktop.kiosk.Screen.Serving;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class KioskModelTest {
    private KioskModel model =
            KioskModel.start(new Look(Language.FILIPINO, Appearance.USUAL), false);
    private long now = -5_000_000_000L; // nanoTime may be negative

    @Test
    void aSessionGoesThroughItsScreensInOrder() {
        assertThat(after(Story.begun())).isInstanceOf(Live.class);
        assertThat(((Live) after(Story.counting(Side.FRONT))).phase())
                .isEqualTo(new Phase.Countdown(Duration.ofMillis(600)));
        assertThat(after(Story.taken(Side.FRONT))).isInstanceOf(Reading.class);
        assertThat(after(Story.confirm(Side.FRONT))).isInstanceOf(Confirm.class);
        assertThat(after(Story.flip())).isInstanceOf(Flip.class);
        assertThat(((Live) after(Story.backSearching())).side()).isEqualTo(Side.BACK);
        assertThat(after(Story.complete())).isInstanceOf(Done.class);
        assertThat(after(Story.ready())).isInstanceOf(Attract.class);
    }

    @Test
    void nothingOfAPersonOutlivesTheirSession() {
        after(Story.begun());
        after(Story.taken(Side.FRONT));
        after(read(Side.FRONT, field("last_name", "ERIKSSON", 0.9)));
        after(Story.ready());
        after(Story.ended(Outcome.ABANDONED));
        assertThat(((Serving) after(Story.begun())).findings()).isEqualTo(Findings.NONE);
    }

    @Test
    void aRetakeForgetsThatSideAndKeepsTheOther() {
        after(Story.begun());
        after(Story.taken(Side.FRONT));
        after(read(Side.FRONT, field("last_name", "ERIKSSON", 0.9)));
        after(Story.backSearching());
        after(Story.taken(Side.BACK));
        after(read(Side.BACK, field("sex", "F", 0.9)));
        after(Story.confirm(Side.BACK));

        Findings left = ((Serving) after(Story.backSearching())).findings();

        assertThat(left.taken()).containsExactly(Side.FRONT);
        assertThat(left.rows()).extracting(row -> row.field().name()).containsExactly("last_name");
    }

    @Test
    void sidesThatDisagreeAreBothShownAndMarked() {
        after(Story.begun());
        after(read(Side.FRONT, field("sex", "M", 0.9)));
        after(read(Side.FRONT, field("nationality", "UTO", 0.8)));
        after(read(Side.BACK, field("sex", "F", 0.95)));
        Findings findings =
                ((Serving) after(read(Side.BACK, field("nationality", "UTO", 0.97)))).findings();

        assertThat(findings.rows())
                .extracting(row -> row.field().value(), Findings.Row::conflict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("M", true),
                        org.assertj.core.groups.Tuple.tuple("F", true),
                        org.assertj.core.groups.Tuple.tuple("UTO", false));
    }

    @Test
    void theShutterIsOfferedAfterEightSecondsThroughLocksThatAreGivenUp() {
        after(Story.begun());
        wait(Duration.ofSeconds(5));
        after(Story.locked(Side.FRONT));
        after(Story.givenUp(Side.FRONT, CancelReason.MOTION_DETECTED));
        assertThat(Choices.on(model.screen(now)).main()).isEmpty();
        wait(Duration.ofMillis(2999));
        assertThat(Choices.on(model.screen(now)).main()).isEmpty();
        wait(Duration.ofMillis(1));
        assertThat(Choices.on(model.screen(now)).main().orElseThrow().key())
                .isEqualTo("action.shoot");
        after(Story.counting(Side.FRONT));
        assertThat(Choices.on(model.screen(now)).main()).as("while it counts").isEmpty();
    }

    @Test
    void whyALockWasGivenUpIsSaidForAWhile() {
        after(Story.begun());
        after(Story.counting(Side.FRONT));
        Live live = (Live) after(Story.givenUp(Side.FRONT, CancelReason.GLARE_HIGH));
        assertThat(live.phase()).isEqualTo(new Phase.Searching());
        assertThat(live.lapse().orElseThrow().reason()).isEqualTo(CancelReason.GLARE_HIGH);
        wait(KioskModel.LAPSE_SHOWN);
        assertThat(((Live) model.screen(now)).lapse()).isEmpty();
    }

    @Test
    void qualityOfTheOtherSideChangesNothing() {
        Screen before = after(Story.begun());
        assertThat(after(Story.seen(Side.BACK, Instruction.LESS_GLARE))).isEqualTo(before);
        assertThat(((Live) after(Story.seen(Side.FRONT, Instruction.LESS_GLARE))).sight())
                .isEqualTo(
                        new Screen.Sight(
                                Instruction.LESS_GLARE, java.util.List.of(), Story.OUTLINE));
    }

    @Test
    void ofTwoCamerasOnlyTheNeededOneHidesTheSearch() {
        after(Story.begun());
        CaptureEvent face =
                new CaptureEvent.CameraLost(CameraRole.FACE, "UNPLUGGED", Duration.ofSeconds(2));
        assertThat(after(face)).isInstanceOf(Live.class);
        assertThat(after(Story.faceSearching())).isInstanceOf(CameraLost.class);
        after(new CaptureEvent.CameraFound(CameraRole.DOCUMENT, "Desk", 1280, 720));
        assertThat(after(Story.faceSearching())).isInstanceOf(CameraLost.class);
        assertThat(after(new CaptureEvent.CameraFound(CameraRole.FACE, "Eye", 1280, 720)))
                .isInstanceOf(Live.class);
    }

    @Test
    void aLostCameraHidesTheSearchButNotWhatWasTaken() {
        after(Story.begun());
        CaptureEvent lost =
                new CaptureEvent.CameraLost(CameraRole.BOTH, "UNPLUGGED", Duration.ofSeconds(2));
        assertThat(after(lost)).isInstanceOf(CameraLost.class);
        assertThat(after(new CaptureEvent.CameraFound(CameraRole.BOTH, "Desk", 1280, 720)))
                .isInstanceOf(Live.class);
        after(Story.taken(Side.FRONT));
        assertThat(after(lost)).isInstanceOf(Reading.class);
    }

    @Test
    void aWarningStaysWithThePictureItIsAbout() {
        after(Story.begun());
        after(new CaptureEvent.Warned(Trouble.SHOT_BY_HAND));
        after(Story.taken(Side.FRONT));
        assertThat(((Serving) after(Story.confirm(Side.FRONT))).findings().notice())
                .contains(Trouble.SHOT_BY_HAND);
        after(Story.flip());
        assertThat(((Serving) after(Story.backSearching())).findings().notice()).isEmpty();
    }

    @Test
    void howASessionEndedIsSaidForAWhile() {
        after(Story.begun());
        after(Story.ready());
        Attract attract = (Attract) after(Story.ended(Outcome.TIMED_OUT));
        assertThat(attract.ended().orElseThrow().outcome()).isEqualTo(Outcome.TIMED_OUT);
        wait(KioskModel.ENDING_SHOWN);
        assertThat(model.screen(now)).isEqualTo(new Attract(java.util.Optional.empty()));
    }

    @Test
    void theLanguageChangesNothingElse() {
        after(Story.begun());
        Screen before = model.screen(now);
        model = model.in(model.look().in(Language.ENGLISH));
        assertThat(model.screen(now)).isEqualTo(before);
        assertThat(model.look().language()).isEqualTo(Language.ENGLISH);
    }

    private Screen after(CaptureEvent event) {
        model = model.after(event, now);
        return model.screen(now);
    }

    private void wait(Duration time) {
        now += time.toNanos();
        model = model.at(now);
    }
}

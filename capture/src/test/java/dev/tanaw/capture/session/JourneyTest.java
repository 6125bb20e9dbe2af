package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Measurement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a session stops for a person, and what they may answer.
class JourneyTest {
    private static final Set<Side> ONE = Set.of(Side.FRONT);
    private static final Set<Side> BOTH = Set.of(Side.values());

    @Test
    void whoAgreesIsServedAndTheAnswerIsOnRecordBeforeTheSearch() {
        Story story = new Story(Journey.of(Set.of(Journey.Stop.CONSENT))).begin();
        assertThat(story.steps()).containsExactly("consent");
        story.frames(60, Story.good());
        assertThat(story.state).isInstanceOf(State.Consent.class);

        story.tell(Signal.Agree::new);

        assertThat(story.events())
                .containsSequence(
                        new CaptureEvent.ConsentAnswered(ConsentAnswer.AGREED, "2026-11"),
                        story.events(CaptureEvent.StateChanged.class).getLast());
        assertThat(story.steps()).containsExactly("consent", "searching");
    }

    @Test
    void whoDeclinesIsLetGoAndNothingIsTaken() {
        Story story = new Story(Journey.attended()).begin().tell(Signal.Decline::new);

        assertThat(story.events(CaptureEvent.ConsentAnswered.class))
                .extracting(CaptureEvent.ConsentAnswered::answer)
                .containsExactly(ConsentAnswer.DECLINED);
        assertThat(story.events().getLast())
                .isEqualTo(new CaptureEvent.SessionEnded(Outcome.CANCELLED));
        assertThat(story.steps()).containsExactly("consent", "ready");
    }

    @Test
    void aPassportThatWasChosenHasNoBackEvenWhenNothingCouldBeRead() {
        Story story = new Story(Journey.of(Set.of(Journey.Stop.CHOICE))).begin();
        assertThat(story.steps()).containsExactly("document_choice");

        story.tell(at -> new Signal.Choose(at, DocumentKind.PASSPORT));
        story.shoot(Side.FRONT).read(Side.FRONT, "unknown", BOTH).tell(Signal.Confirm::new);

        assertThat(story.state).isInstanceOf(State.Complete.class);
        assertThat(story.events(CaptureEvent.DocumentChosen.class)).hasSize(1);
    }

    @Test
    void aDocumentThatIsLaidDownAnswersTheQuestionWhatItIs() {
        Story story = new Story(Journey.of(Set.of(Journey.Stop.CHOICE))).begin();
        story.frames(4, Story.good()).frames(1, Measurement.NOTHING).frames(4, Story.good());
        assertThat(story.state).isInstanceOf(State.Choosing.class);

        story.frames(1, Story.good());

        assertThat(story.steps()).containsExactly("document_choice", "searching");
    }

    @ParameterizedTest
    @CsvSource({
        "document_number, D23145890, mrz_check_digit_number:fail, CHECK_DIGIT",
        "expiry_date, 2026-11-21, mrz_check_digit_expiry:pass, EXPIRED",
    })
    void whatIsWrongIsSaidAndAcceptedOnlyWithAReason(
            String name, String value, String check, Trouble trouble) {
        Story story = new Story(Journey.of(Set.of(Journey.Stop.REVIEW))).begin();
        story.shoot(Side.FRONT)
                .read(Side.FRONT, "passport", ONE, List.of(field(name, value, check)));
        assertThat(story.events()).contains(new CaptureEvent.Warned(trouble));

        story.wait(Duration.ofSeconds(10));
        assertThat(story.state).as("does not go on by itself").isInstanceOf(State.Confirm.class);
        story.tell(Signal.Confirm::new);
        assertThat(story.accepted).isFalse();
        story.tell(at -> new Signal.Overrule(at, OverrideReason.COMPARED_BY_EYE));

        assertThat(story.state).isInstanceOf(State.Complete.class);
        assertThat(story.events(CaptureEvent.Overridden.class))
                .containsExactly(
                        new CaptureEvent.Overridden(
                                Side.FRONT, OverrideReason.COMPARED_BY_EYE, List.of(trouble)));
    }

    @Test
    void aDocumentThatExpiresTodayHasNotExpired() {
        Story story = new Story().begin().shoot(Side.FRONT);
        story.read(
                Side.FRONT,
                "passport",
                ONE,
                List.of(field("expiry_date", Story.TODAY.toString(), "mrz:pass")));
        assertThat(story.events(CaptureEvent.Warned.class)).isEmpty();
    }

    @Test
    void aDocumentThatNobodyKnowsIsSaidToBe() {
        Story story = new Story().begin().shoot(Side.FRONT);
        story.read(Side.FRONT, "unknown", BOTH, List.of());
        assertThat(story.events(CaptureEvent.Warned.class))
                .containsExactly(new CaptureEvent.Warned(Trouble.DOCUMENT_UNSUPPORTED));
    }

    @Test
    void sidesThatDisagreeAreSaidToOnceTheBackIsRead() {
        Story story = new Story().begin().shoot(Side.FRONT);
        story.read(Side.FRONT, "id_card", BOTH, List.of(field("sex", "F", "mrz:pass")));
        story.tell(Signal.Confirm::new).wait(Duration.ofMillis(400)).shoot(Side.BACK);
        story.read(Side.BACK, "id_card", BOTH, List.of(field("sex", "M", "mrz:pass")));
        assertThat(story.events(CaptureEvent.Warned.class))
                .containsExactly(new CaptureEvent.Warned(Trouble.SIDES_DIFFER));
    }

    @Test
    void aTypedValueCountsKeepsTheOriginalAndMendsWhatItWasAbout() {
        Field wrong = field("document_number", "D23145B90", "mrz_check_digit_number:fail");
        Story story = new Story(Journey.of(Set.of(Journey.Stop.REVIEW))).begin();
        story.shoot(Side.FRONT).read(Side.FRONT, "passport", ONE, List.of(wrong));
        story.tell(at -> new Signal.Edit(at, Side.FRONT, "document_number", " D23145890 "));
        story.tell(at -> new Signal.Edit(at, Side.FRONT, "document_number", "D23145891"));

        CaptureEvent.FieldEdited last = story.events(CaptureEvent.FieldEdited.class).getLast();
        assertThat(last.field().value()).isEqualTo("D23145891");
        assertThat(last.field().source()).isEqualTo(Field.Source.TYPED);
        assertThat(last.original()).isEqualTo(Optional.of(wrong));
        story.tell(Signal.Confirm::new);
        assertThat(story.state).isInstanceOf(State.Complete.class);
    }

    @ParameterizedTest
    @CsvSource({"expiry_date, tomorrow", "date_of_birth, 1974-02-30", "last_name, ' '"})
    void whatCannotBeAValueIsRefused(String name, String value) {
        Story story = new Story().begin().shoot(Side.FRONT).read(Side.FRONT, "passport", ONE);
        story.tell(at -> new Signal.Edit(at, Side.FRONT, name, value));
        assertThat(story.accepted).isFalse();
        assertThat(story.events(CaptureEvent.FieldEdited.class)).isEmpty();
    }

    @Test
    void whoeverTouchesTheScreenIsNotHurried() {
        Story story = new Story().begin().shoot(Side.FRONT).read(Side.FRONT, "passport", ONE);
        story.tell(Signal.Stay::new).wait(Duration.ofSeconds(15));
        assertThat(story.state).isInstanceOf(State.Confirm.class);
        assertThat(story.events())
                .contains(new CaptureEvent.PresenceChanged(Presence.HERE, Duration.ZERO));
    }

    @Test
    void nobodyThereIsWarnedOfTwentySecondsBeforeTheSessionIsWiped() {
        Story story = new Story(Journey.attended()).begin().wait(Duration.ofSeconds(39));
        assertThat(story.events(CaptureEvent.PresenceChanged.class)).isEmpty();
        story.wait(Duration.ofSeconds(1));
        assertThat(story.events(CaptureEvent.PresenceChanged.class))
                .containsExactly(
                        new CaptureEvent.PresenceChanged(Presence.IDLE, Duration.ofSeconds(20)));
        story.wait(Duration.ofSeconds(19)).tell(Signal.Stay::new).wait(Duration.ofSeconds(30));
        assertThat(story.state).isInstanceOf(State.Consent.class);
        story.wait(Duration.ofSeconds(30));
        assertThat(story.events().getLast())
                .isEqualTo(new CaptureEvent.SessionEnded(Outcome.TIMED_OUT));
    }

    @Test
    void aDocumentThatComesBackIsSomebodyThere() {
        Story story = new Story().begin().wait(Duration.ofSeconds(45)).frames(1, Story.good());
        assertThat(story.events(CaptureEvent.PresenceChanged.class))
                .extracting(CaptureEvent.PresenceChanged::presence)
                .containsExactly(Presence.IDLE, Presence.HERE);
    }

    @Test
    void thatNoDocumentIsInViewIsSaidOnce() {
        Story story = new Story().begin();
        for (int second = 0; second < 20; second++) {
            story.frames(1, Measurement.NOTHING).wait(Duration.ofSeconds(1));
        }
        assertThat(story.events(CaptureEvent.Warned.class))
                .contains(new CaptureEvent.Warned(Trouble.DOCUMENT_MISSING))
                .filteredOn(new CaptureEvent.Warned(Trouble.DOCUMENT_MISSING)::equals)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.03, ROOM_DARK, TOO_DARK", "0.99, ROOM_BRIGHT, TOO_BRIGHT"})
    void aRoomInWhichNothingCanBeSeenIsSaidAndWhatToDo(
            double light, Trouble trouble, String instruction) {
        Measurement blind = new Measurement(Map.of(Gate.LIGHT, light), List.of());
        Story story = new Story().begin().frames(80, blind);
        assertThat(story.events(CaptureEvent.Warned.class)).isEmpty();
        story.frames(20, blind);
        assertThat(story.events(CaptureEvent.Warned.class))
                .containsExactly(new CaptureEvent.Warned(trouble));
        assertThat(story.events(CaptureEvent.QualityUpdated.class).getLast().instruction())
                .hasToString(instruction);
    }

    @Test
    void helpIsCalledAndTheSessionGoesOn() {
        Story story = new Story().begin().tell(Signal.CallHelp::new);
        assertThat(story.events()).contains(new CaptureEvent.ProblemRaised(Trouble.HELP_WANTED));
        assertThat(story.state).isInstanceOf(State.Searching.class);
        story.tell(Signal.Refer::new);
        assertThat(story.events().getLast())
                .isEqualTo(new CaptureEvent.SessionEnded(Outcome.REFERRED));
    }

    @Test
    void theThirdRetakeOffersAMemberOfStaff() {
        Story story = new Story().begin();
        for (int i = 0; i < 3; i++) {
            story.shoot(Side.FRONT).read(Side.FRONT, "passport", ONE);
            assertThat(story.events())
                    .doesNotContain(new CaptureEvent.Warned(Trouble.MANY_RETAKES));
            story.tell(at -> new Signal.Retake(at, Side.FRONT));
        }
        assertThat(story.events()).contains(new CaptureEvent.Warned(Trouble.MANY_RETAKES));
    }

    @Test
    void aSummaryIsShownBeforeTheEndAndGoesOnByItself() {
        Story story = new Story(Journey.of(Set.of(Journey.Stop.SUMMARY))).begin();
        story.shoot(Side.FRONT).read(Side.FRONT, "passport", ONE).tell(Signal.Confirm::new);
        assertThat(story.state).isInstanceOf(State.Summary.class);
        story.wait(Duration.ofSeconds(8));
        assertThat(story.state).isInstanceOf(State.Complete.class);
    }

    private static Field field(String name, String value, String check) {
        return new Field(name, value, 0.97, Field.Source.MRZ, List.of(check), false, List.of());
    }
}

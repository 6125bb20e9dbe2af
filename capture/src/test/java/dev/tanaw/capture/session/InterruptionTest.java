package dev.tanaw.capture.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.SessionInterrupted;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterruptionTest {
    private static final Instant STARTED = Instant.parse("2026-11-22T10:13:07Z");
    private static final String LEFT = "019a9f2c-0000-7cc3-98c4-dc0c0c07398f";
    private static final Journey ASKING =
            Journey.of(EnumSet.of(Journey.Stop.CONSENT, Journey.Stop.CHOICE));

    private final Story story = new Story(ASKING);

    private static OpenSession left(Step step, String consent, Set<DocumentKind> chosen) {
        return new OpenSession(LEFT, STARTED, step, consent, chosen);
    }

    private static OpenSession searching() {
        return left(Step.SEARCHING, ASKING.consentText(), Set.of(DocumentKind.PASSPORT));
    }

    private Story interrupted(OpenSession left) {
        return story.tell(at -> new Signal.Interrupted(at, left));
    }

    private Story resumed(OpenSession left) {
        return interrupted(left)
                .tell(Signal.TakeUp::new)
                .tell(at -> new Signal.Resume(at, Story.ID, "replay", true, left));
    }

    private List<SessionInterrupted> told() {
        return story.effects.stream()
                .filter(Effect.PublishStation.class::isInstance)
                .map(effect -> ((Effect.PublishStation) effect).event())
                .filter(SessionInterrupted.class::isInstance)
                .map(SessionInterrupted.class::cast)
                .toList();
    }

    @Test
    void itIsAskedWhatBecomesOfThePerson() {
        interrupted(searching());

        assertThat(told())
                .containsExactly(
                        new SessionInterrupted(
                                LEFT, STARTED, Step.SEARCHING, Recovery.ASKED, Optional.empty()));
        assertThat(story.state).isInstanceOf(State.Interrupted.class);
    }

    @Test
    void aDocumentInViewDoesNotAnswer() {
        interrupted(searching()).frames(60, Story.good());

        assertThat(story.state).isInstanceOf(State.Interrupted.class);
    }

    @Test
    void whoGoesOnIsNotAskedAgain() {
        resumed(searching());

        assertThat(told())
                .extracting(SessionInterrupted::recovery)
                .containsExactly(Recovery.ASKED, Recovery.RESUMED);
        assertThat(story.effects).contains(new Effect.AskSession(Optional.of(searching())));
        assertThat(story.events(CaptureEvent.SessionStarted.class))
                .containsExactly(
                        new CaptureEvent.SessionStarted("replay", true, Optional.of(LEFT)));
        assertThat(story.state).isInstanceOf(State.Searching.class);
        assertThat(((State.Searching) story.state).session().chosen())
                .contains(DocumentKind.PASSPORT);
        assertThat(story.events(CaptureEvent.DocumentChosen.class)).hasSize(1);
    }

    @Test
    void anotherWordingIsAskedForAgain() {
        resumed(left(Step.SEARCHING, "2019-01", Set.of(DocumentKind.PASSPORT)));

        assertThat(story.state).isInstanceOf(State.Consent.class);
    }

    @Test
    void whoHadNotAnsweredIsAskedAgain() {
        resumed(left(Step.CONSENT, "", Set.of()));

        assertThat(story.state).isInstanceOf(State.Consent.class);
    }

    @Test
    void whoHadNotChosenIsAskedThat() {
        resumed(left(Step.DOCUMENT_CHOICE, ASKING.consentText(), Set.of()));

        assertThat(story.state).isInstanceOf(State.Choosing.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatDoesNotGoOnSaysWhy(DiscardReason reason) {
        interrupted(searching()).tell(at -> new Signal.Discard(at, reason));

        assertThat(told().getLast().reason()).contains(reason);
        assertThat(story.state).isEqualTo(State.Ready.DISARMED);
    }

    @Test
    void aSessionThatBeginsAnswersToo() {
        interrupted(searching()).begin();

        assertThat(told().getLast().reason()).contains(DiscardReason.BEGUN_ANEW);
        assertThat(story.state).isInstanceOf(State.Consent.class);
    }

    @Test
    void nobodyAnswersForAMinute() {
        interrupted(searching()).wait(Duration.ofSeconds(59));
        assertThat(story.state).isInstanceOf(State.Interrupted.class);

        story.wait(Duration.ofSeconds(1));
        assertThat(told().getLast().reason()).contains(DiscardReason.NOT_ANSWERED);
        assertThat(story.state).isEqualTo(State.Ready.DISARMED);
    }

    @Test
    void aStationThatStopsLeavesNoQuestion() {
        interrupted(searching()).tell(Signal.Leave::new);

        assertThat(told().getLast().reason()).contains(DiscardReason.NOT_ANSWERED);
    }

    @Test
    void itMeansNothingInASession() {
        story.begin();
        State before = story.state;

        interrupted(searching());

        assertThat(story.accepted).isFalse();
        assertThat(story.state).isSameAs(before);
    }

    @Test
    void noAnswerIsTakenWithoutAQuestion() {
        assertThat(story.tell(Signal.TakeUp::new).accepted).isFalse();
        assertThat(story.tell(at -> new Signal.Discard(at, DiscardReason.PERSON_LEFT)).accepted)
                .isFalse();
    }
}

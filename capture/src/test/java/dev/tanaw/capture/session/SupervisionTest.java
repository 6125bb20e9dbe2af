package dev.tanaw.capture.session;

import static dev.tanaw.capture.event.ActionOutcome.CLAIMED;
import static dev.tanaw.capture.event.ActionOutcome.DONE;
import static dev.tanaw.capture.event.ActionOutcome.NOT_ASKED;
import static dev.tanaw.capture.event.ActionOutcome.NOT_CLAIMED;
import static dev.tanaw.capture.event.ActionOutcome.NOT_NOW;
import static dev.tanaw.capture.event.ActionOutcome.REASON_NEEDED;
import static dev.tanaw.capture.event.ActionOutcome.SESSION_OVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.SupervisorActed;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What supervisors elsewhere ask for is done or refused, and either way on record.
class SupervisionTest {
    private final Story story = new Story(Journey.of(Set.of(Journey.Stop.REVIEW))).begin();

    private ActionOutcome act(SupervisorAction action, String name, String text) {
        return act(Story.ID, action, name, text);
    }

    private ActionOutcome act(String session, SupervisorAction action, String name, String text) {
        story.tell(
                at -> new Signal.Supervised(at, session, "c1", action, name, "supervisor", text));
        return told().getLast().outcome();
    }

    private List<SupervisorActed> told() {
        return story.effects.stream()
                .flatMap(effect ->
                        effect instanceof Effect.PublishStation(CaptureEvent event)
                                ? Stream.of(event)
                                : ofSession(effect))
                .filter(SupervisorActed.class::isInstance)
                .map(SupervisorActed.class::cast)
                .toList();
    }

    private static Stream<CaptureEvent> ofSession(Effect effect) {
        return effect instanceof Effect.Publish(_, CaptureEvent event)
                ? Stream.of(event)
                : Stream.empty();
    }

    /// A passport whose check digit fails, waiting for somebody.
    private void doubtful() {
        Field wrong =
                new Field(
                        "document_number",
                        "X1",
                        0.9,
                        Field.Source.MRZ,
                        List.of("mrz_number:fail"),
                        false,
                        List.of());
        story.shoot(Side.FRONT).read(Side.FRONT, "passport", Set.of(Side.FRONT), List.of(wrong));
        assertThat(story.state).isInstanceOf(State.Confirm.class);
    }

    @Test
    void whatIsWrittenIsOnRecordWithNameAndRoleAndChangesNothing() {
        State before = story.state;

        assertThat(act(SupervisorAction.MESSAGE, "anna", "Check the date, please."))
                .isEqualTo(DONE);
        assertThat(story.state).isEqualTo(before);
        assertThat(told())
                .containsExactly(
                        new SupervisorActed(
                                "c1",
                                SupervisorAction.MESSAGE,
                                "anna",
                                "supervisor",
                                "Check the date, please.",
                                DONE));
        assertThat(told().getFirst().toString()).doesNotContain("date");
    }

    @Test
    void oneAtATimeTakesCareOfASession() {
        assertThat(act(SupervisorAction.RELEASE, "anna", "")).isEqualTo(NOT_CLAIMED);
        assertThat(act(SupervisorAction.CLAIM, "anna", "")).isEqualTo(DONE);
        assertThat(act(SupervisorAction.CLAIM, "ben", "")).isEqualTo(CLAIMED);
        assertThat(act(SupervisorAction.RELEASE, "ben", " ")).isEqualTo(REASON_NEEDED);
        assertThat(act(SupervisorAction.RELEASE, "ben", "Anna went home")).isEqualTo(DONE);
        assertThat(act(SupervisorAction.CLAIM, "ben", "")).isEqualTo(DONE);
        assertThat(act(SupervisorAction.RELEASE, "ben", "")).isEqualTo(DONE);
        assertThat(told()).as("one event for each").hasSize(7);
    }

    @Test
    void aClaimOutlivesTheStepsAndEndsWithTheSession() {
        act(SupervisorAction.CLAIM, "anna", "");
        doubtful();
        assertThat(act(SupervisorAction.CLAIM, "ben", "")).isEqualTo(CLAIMED);
        story.tell(Signal.Cancel::new).begin();

        assertThat(act(SupervisorAction.CLAIM, "ben", "")).isEqualTo(DONE);
    }

    @Test
    void aPictureIsTakenAgainWhereThereIsOne() {
        assertThat(act(SupervisorAction.RETAKE_FRONT, "anna", "It is blurred")).isEqualTo(NOT_NOW);
        doubtful();
        assertThat(act(SupervisorAction.RETAKE_BACK, "anna", "It is blurred")).isEqualTo(NOT_NOW);
        int before = story.effects.size();

        assertThat(act(SupervisorAction.RETAKE_FRONT, "anna", "It is blurred")).isEqualTo(DONE);
        assertThat(story.state).isInstanceOf(State.Searching.class);
        assertThat(story.effects.get(before))
                .as("who asked is told before what follows")
                .isEqualTo(new Effect.Publish(Story.ID, told().getLast()));
        assertThat(story.effects).contains(new Effect.Drop(Story.ID, Side.FRONT));
    }

    @Test
    void whatTheOperatorAskedForIsApproved() {
        doubtful();
        assertThat(act(SupervisorAction.APPROVE, "anna", "I know it")).isEqualTo(NOT_ASKED);
        story.tell(Signal.AskApproval::new);
        assertThat(story.events())
                .contains(new CaptureEvent.ProblemRaised(Trouble.APPROVAL_WANTED));

        assertThat(act(SupervisorAction.APPROVE, "anna", "I know it")).isEqualTo(DONE);
        assertThat(story.events(CaptureEvent.Overridden.class))
                .containsExactly(
                        new CaptureEvent.Overridden(
                                Side.FRONT,
                                OverrideReason.SUPERVISOR_APPROVED,
                                List.of(Trouble.CHECK_DIGIT)));
        assertThat(story.state).isInstanceOf(State.Complete.class);
        assertThat(act(SupervisorAction.APPROVE, "anna", "again")).isEqualTo(SESSION_OVER);
    }

    @Test
    void whatIsDeclinedStaysOpenAndCanBeAskedAgain() {
        doubtful();
        story.tell(Signal.AskApproval::new).tell(Signal.AskApproval::new);
        assertThat(story.accepted).as("asked already").isFalse();

        assertThat(act(SupervisorAction.DECLINE, "anna", "The number is wrong")).isEqualTo(DONE);
        assertThat(story.state).isInstanceOf(State.Confirm.class);
        assertThat(act(SupervisorAction.APPROVE, "anna", "after all")).isEqualTo(NOT_ASKED);
        story.tell(Signal.AskApproval::new);
        assertThat(story.accepted).isTrue();
        story.tell(at -> new Signal.Overrule(at, OverrideReason.COMPARED_BY_EYE));
        assertThat(story.state).as("the operator goes on").isInstanceOf(State.Complete.class);
    }

    @Test
    void anApprovalIsAskedForOnlyOfADoubtfulDocument() {
        story.tell(Signal.AskApproval::new);
        assertThat(story.accepted).isFalse();
        doubtful();
        story.tell(Signal.AskApproval::new);
        act(SupervisorAction.RETAKE_FRONT, "anna", "It is blurred");
        doubtful();

        assertThat(act(SupervisorAction.APPROVE, "anna", "the old one"))
                .as("asked of a picture that is gone")
                .isEqualTo(NOT_ASKED);
    }

    @Test
    void ofASessionThatIsOverTheStationTells() {
        story.tell(Signal.Cancel::new);

        assertThat(act(SupervisorAction.MESSAGE, "anna", "Hello there")).isEqualTo(SESSION_OVER);
        assertThat(story.effects.getLast()).isEqualTo(new Effect.PublishStation(told().getLast()));
        story.begin();
        assertThat(act("other", SupervisorAction.CLAIM, "anna", "")).isEqualTo(SESSION_OVER);
    }
}

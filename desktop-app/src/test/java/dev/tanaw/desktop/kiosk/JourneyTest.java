package dev.tanaw.desktop.kiosk;

import static dev.tanaw.desktop.kiosk.Story.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/// The whole journey, from a recorded list of events, and what a person answers on the way.
final class JourneyTest {
    private final FxRobot robot = new FxRobot();

    @AfterEach
    void let() {
        robot.release(KeyCode.ENTER, KeyCode.TAB, KeyCode.SPACE, KeyCode.N);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aRecordedListOfEventsShowsTheWholeJourney(Language language) {
        Texts texts = new Texts(language);
        try (Booth booth = Booth.sized(language, 1280, 800)) {
            booth.tell(Story.asked());
            assertThat(words(booth)).contains(texts.text("consent.title"));
            booth.press("#action-agree");
            booth.tell(Story.choosing());
            booth.press("#kind-id-card");
            booth.tell(Story.begun(), Story.locked(Side.FRONT), Story.counting(Side.FRONT));
            booth.tell(Story.taken(Side.FRONT));
            Story.mrz().forEach(field -> booth.tell(read(Side.FRONT, field)));
            booth.tell(Story.confirm(Side.FRONT));
            assertThat(words(booth)).contains("ERIKSSON", texts.text("confirm.front"));
            booth.press("#action-confirm");
            booth.tell(Story.flip());
            assertThat(words(booth)).contains(texts.text("flip.title"));
            booth.tell(Story.backSearching(), Story.taken(Side.BACK), Story.confirm(Side.BACK));
            booth.press("#action-confirm");
            booth.tell(Story.summary());
            assertThat(words(booth)).contains("ERIKSSON", texts.text("summary.title"));
            booth.press("#action-finish");
            booth.tell(Story.complete());
            assertThat(words(booth)).contains(texts.text("done.title")).doesNotContain("ERIKSSON");
            booth.tell(Story.ready(), Story.ended(Outcome.COMPLETE));
            assertThat(words(booth)).contains(texts.of(Outcome.COMPLETE));
            assertThat(booth.asked)
                    .containsExactly("agree", "choose ID_CARD", "confirm", "confirm", "confirm");
        }
    }

    @Test
    void everythingCanBeDoneWithKeysAlone() {
        try (Booth booth = Booth.window(Language.ENGLISH)) {
            key(booth, KeyCode.ENTER);
            booth.tell(Story.asked());
            tabTo(booth, "action-agree");
            key(booth, KeyCode.ENTER);
            booth.tell(Story.begun(), Story.taken(Side.FRONT), read(Side.FRONT, Story.doubtful()));
            booth.tell(new CaptureEvent.Warned(Trouble.CHECK_DIGIT), Story.confirm(Side.FRONT));
            key(booth, KeyCode.N);
            assertThat(focused(booth)).isEqualTo("field-front-document_number");
            key(booth, KeyCode.ENTER);
            assertThat(focused(booth)).isEqualTo("value");
            robot.write("D23145890");
            key(booth, KeyCode.ENTER);
            booth.settle();
            assertThat(booth.asked).contains("edit FRONT document_number D23145890");
            key(booth, KeyCode.ENTER);
            tabTo(booth, "reason-compared-by-eye");
            key(booth, KeyCode.SPACE);
            assertThat(booth.asked.stream().filter(asked -> !asked.equals("stay")))
                    .containsExactly(
                            "begin",
                            "agree",
                            "edit FRONT document_number D23145890",
                            "overrule COMPARED_BY_EYE");
        }
    }

    @Test
    void whatWasTypedIsShownAsTypedAndWhatBlockedIsGone() {
        Field wrong = Story.doubtful();
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun(), Story.taken(Side.FRONT), read(Side.FRONT, wrong));
            booth.tell(new CaptureEvent.Warned(Trouble.CHECK_DIGIT), Story.confirm(Side.FRONT));
            assertThat(booth.shows("#action-overrule")).isTrue();
            Field typed =
                    new Field(
                            wrong.name(),
                            "D23145890",
                            1,
                            Field.Source.TYPED,
                            List.of(),
                            false,
                            List.of());
            booth.tell(new CaptureEvent.FieldEdited(Side.FRONT, typed, Optional.of(wrong)));
            assertThat(words(booth)).contains("D23145890", "Typed").doesNotContain("D23145B90");
            assertThat(booth.shows("#action-confirm")).isTrue();
            booth.press("#field-front-document_number");
            assertThat(words(booth)).anyMatch(text -> text.contains("D23145B90"));
        }
    }

    @Test
    void aReasonOpensTheWayThatTroubleBlocks() {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun(), Story.taken(Side.FRONT));
            booth.tell(new CaptureEvent.Warned(Trouble.EXPIRED), Story.confirm(Side.FRONT));
            booth.press("#action-overrule");
            assertThat(words(booth)).anyMatch(text -> text.contains("DOC-04"));
            booth.press("#reason-expiry-accepted");
            booth.tell(
                    new CaptureEvent.Overridden(
                            Side.FRONT, OverrideReason.EXPIRY_ACCEPTED, List.of(Trouble.EXPIRED)),
                    Story.summary());
            assertThat(booth.shows("#action-finish")).isTrue();
            assertThat(booth.asked).containsExactly("overrule EXPIRY_ACCEPTED");
        }
    }

    @Test
    void nobodyThereIsAskedAndCanAnswer() {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun(), Story.idle());
            assertThat(booth.text("#seconds")).isIn("20", "19");
            booth.press("#action-stay");
            booth.tell(Story.here());
            assertThat(booth.shows("#instruction")).isTrue();
            assertThat(booth.asked).containsExactly("stay");
        }
    }

    @Test
    void theOperatorsPanelOpensByPinAloneAndClosesAfterFiveWrongOnes() {
        KioskOptions locked = Booth.options(Language.ENGLISH).locked(Optional.of(Pin.of("4711")));
        try (Booth booth = Booth.sized(locked, 1280, 800)) {
            booth.press("#top-operator");
            enter(booth, "1234");
            assertThat(booth.text("#pin-says")).isEqualTo("That was not the PIN");
            enter(booth, "4711");
            assertThat(booth.shows("#action-exit")).isTrue();
            booth.press("#action-close");
            booth.press("#top-operator");
            for (int i = 0; i < Sheet.Lock.TRIES; i++) {
                enter(booth, "0000");
            }
            assertThat(booth.text("#pin-says")).startsWith("Too many tries");
            enter(booth, "4711");
            assertThat(booth.shows("#action-exit")).isFalse();
        }
    }

    @Test
    void theOperatorIsShownACodeThatLetsABrowserInToWatch() {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.press("#top-operator");
            assertThat(booth.shows("#pairing-code")).isFalse();
            booth.press("#pair");
            assertThat(booth.text("#pairing-code")).isEqualTo("482 913");
            booth.press("#action-close");
            booth.press("#top-operator");
            assertThat(booth.shows("#pairing-code")).isFalse();
            assertThat(booth.asked).containsExactly("pair");
        }
    }

    @Test
    void itIsSaidWhileASupervisorCanSeeTheValues() {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun());
            assertThat(booth.shows("#disclosed")).isFalse();
            booth.tell(new CaptureEvent.ValuesShown("desk-2", "The name cannot be read."));
            assertThat(booth.shows("#disclosed")).isTrue();
            booth.tell(Story.ended(Outcome.CANCELLED));
            assertThat(booth.shows("#disclosed")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatASupervisorWritesStaysUntilItWasRead(Language language) {
        Texts texts = new Texts(language);
        try (Booth booth = Booth.sized(language, 1280, 800)) {
            booth.tell(Story.begun());
            assertThat(booth.shows("#supervisor-note")).isFalse();
            CaptureEvent.SupervisorActed message =
                    acted(SupervisorAction.MESSAGE, "Check the date {0}.", ActionOutcome.DONE);
            CaptureEvent.SupervisorActed retake =
                    acted(SupervisorAction.RETAKE_FRONT, "It is blurred", ActionOutcome.DONE);
            booth.tell(message, retake, acted(SupervisorAction.CLAIM, "", ActionOutcome.CLAIMED));
            booth.tell(Story.taken(Side.FRONT), Story.confirm(Side.FRONT));
            assertThat(words(booth)).contains(texts.of(message), "Check the date {0}.");
            assertThat(texts.of(message)).contains("desk-2").contains(texts.text("role.admin"));
            booth.press("#acted-read");
            assertThat(words(booth))
                    .contains(texts.of(retake), "It is blurred")
                    .doesNotContain("Check the date {0}.");
            booth.press("#acted-read");
            assertThat(booth.shows("#supervisor-note"))
                    .as("what was refused is not told")
                    .isFalse();
            booth.tell(message, Story.ended(Outcome.CANCELLED));
            assertThat(booth.shows("#supervisor-note")).as("ends with the session").isFalse();
        }
    }

    private static CaptureEvent.SupervisorActed acted(
            SupervisorAction action, String text, ActionOutcome outcome) {
        return new CaptureEvent.SupervisorActed("c1", action, "desk-2", "admin", text, outcome);
    }

    @Test
    void anApprovalIsAskedForWhereSomebodyWatches() {
        Texts texts = new Texts(Language.ENGLISH);
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun(), Story.taken(Side.FRONT));
            booth.tell(new CaptureEvent.Warned(Trouble.CHECK_DIGIT), Story.confirm(Side.FRONT));
            booth.press("#action-overrule");
            assertThat(booth.shows("#action-ask-approval")).isFalse();
            booth.watched(true);
            booth.press("#action-ask-approval");
            assertThat(booth.asked).containsExactly("askApproval");
            booth.tell(new CaptureEvent.ProblemRaised(Trouble.APPROVAL_WANTED));
            assertThat(booth.shows("#action-ask-approval")).as("not twice").isFalse();
            assertThat(words(booth))
                    .anyMatch(word -> word.contains(texts.what(Trouble.APPROVAL_WANTED)));
            booth.tell(acted(SupervisorAction.DECLINE, "It is worn", ActionOutcome.DONE));
            assertThat(booth.shows("#action-ask-approval")).isTrue();
            assertThat(words(booth)).contains("It is worn");
        }
    }

    @Test
    void itIsSaidQuietlyWhileSomebodyElsewhereWatches() {
        try (Booth booth = Booth.sized(Language.FILIPINO, 1280, 800)) {
            booth.tell(Story.begun());
            assertThat(booth.shows("#watched")).isFalse();
            booth.watched(true);
            assertThat(booth.text("#watched")).isEqualTo("BANTAY");
            booth.tell(new CaptureEvent.ValuesShown("desk-2", "The name cannot be read."));
            assertThat(booth.shows("#watched")).as("the other says more").isFalse();
            booth.tell(Story.ended(Outcome.CANCELLED));
            assertThat(booth.text("#watched")).isEqualTo("Nanonood ang superbisor");
            booth.watched(false);
            assertThat(booth.shows("#watched")).isFalse();
        }
    }

    @Test
    void whatHelpsComesAtFiveEightAndTenSeconds() {
        try (Booth booth = Booth.sized(Language.ENGLISH, 1280, 800)) {
            booth.tell(Story.begun());
            assertThat(booth.shows("#tip")).isFalse();
            await().atMost(java.time.Duration.ofSeconds(8)).until(() -> booth.shows("#tip"));
            assertThat(booth.shows("#action-shoot")).isFalse();
            await().atMost(java.time.Duration.ofSeconds(8))
                    .until(() -> booth.shows("#action-help"));
            assertThat(booth.shows("#action-shoot")).isTrue();
            booth.press("#action-help");
            assertThat(booth.asked).containsExactly("callHelp");
        }
    }

    private static void enter(Booth booth, String digits) {
        digits.chars().forEach(digit -> booth.press("#digit-" + (char) digit));
        booth.press("#action-unlock");
    }

    private static List<String> words(Booth booth) {
        return Findable.words(booth.scene());
    }

    private static String focused(Booth booth) {
        return FxThread.call(() -> {
            Node node = booth.scene().getFocusOwner();
            return node == null || node.getId() == null ? "" : node.getId();
        });
    }

    private void tabTo(Booth booth, String id) {
        for (int i = 0; i < 20 && !focused(booth).equals(id); i++) {
            key(booth, KeyCode.TAB);
        }
        assertThat(focused(booth)).isEqualTo(id);
    }

    private void key(Booth booth, KeyCode code) {
        robot.press(code).release(code);
        booth.settle();
    }
}

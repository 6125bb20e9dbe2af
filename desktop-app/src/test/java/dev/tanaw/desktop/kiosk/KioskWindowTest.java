package dev.tanaw.desktop.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.specimen.Specimens;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// The real window, with real clicks and keys, on the headless platform.
final class KioskWindowTest {
    private final Booth booth = Booth.window(Language.FILIPINO);
    private final FxRobot robot = new FxRobot();

    @AfterEach
    void close() {
        robot.release(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.L);
        booth.close();
    }

    @Test
    void startBegins() {
        robot.clickOn("#action-begin");
        assertThat(booth.asked).containsExactly("begin");
    }

    @Test
    void anInterruptedSessionGoesOnOrIsClosedForAReason() {
        booth.tell(Story.interrupted(Recovery.ASKED));
        key(KeyCode.ENTER);
        booth.press("#discard-person-left");
        booth.press("#discard-served-elsewhere");
        booth.press("#action-begin-anew");

        assertThat(booth.asked)
                .containsExactly(
                        "resume", "discard PERSON_LEFT", "discard SERVED_ELSEWHERE", "begin");

        booth.tell(Story.interrupted(Recovery.DISCARDED));
        assertThat(booth.shows("#action-begin")).isTrue();
    }

    @Test
    void enterIsTheMainActionAndEscapeCancels() {
        key(KeyCode.ENTER);
        booth.tell(Story.begun(), Story.taken(Side.FRONT), Story.confirm(Side.FRONT));
        key(KeyCode.ENTER);
        key(KeyCode.ESCAPE);
        assertThat(booth.asked).containsExactly("begin", "confirm", "cancel");
    }

    @Test
    void escapeDoesNothingWhereThereIsNothingToCancel() {
        key(KeyCode.ESCAPE);
        assertThat(booth.asked).isEmpty();
    }

    @Test
    void theLanguageChangesAtOnceByKeyAndByTouch() {
        booth.tell(Story.begun());
        assertThat(booth.text("#instruction")).isEqualTo("Ipakita ang harap ng ID");
        key(KeyCode.L);
        assertThat(booth.text("#instruction")).isEqualTo("Show your ID’s front side");
        robot.clickOn("#language");
        assertThat(booth.text("#instruction")).isEqualTo("Ipakita ang harap ng ID");
    }

    @Test
    void eachSideIsTakenAgainByItself() {
        booth.tell(Story.begun(), Story.taken(Side.BACK), Story.confirm(Side.BACK));
        robot.clickOn("#action-retake");
        assertThat(booth.asked).containsExactly("retake BACK");
    }

    @Test
    void theBackCanBeLeftOut() {
        booth.tell(Story.begun(), Story.flip());
        robot.clickOn("#action-skip-back");
        booth.tell(Story.backSearching());
        robot.clickOn("#action-skip-back");
        assertThat(booth.asked).containsExactly("skipBack", "skipBack");
    }

    @Test
    void theInstructionFollowsTheEvents() {
        booth.tell(Story.begun(), Story.seen(Side.FRONT, Instruction.LESS_GLARE));
        assertThat(booth.text("#instruction"))
                .isEqualTo(new Texts(Language.FILIPINO).of(Instruction.LESS_GLARE));
    }

    @Test
    void theShutterAppearsAfterEightSecondsAndIsOffWithoutPictures() {
        booth.tell(Story.begun());
        await().atMost(Duration.ofSeconds(15)).until(() -> booth.shows("#action-shoot"));
        await().until(() -> FxThread.call(() -> button("#action-shoot").isDisabled()));
        key(KeyCode.ENTER);
        assertThat(booth.asked).isEmpty();
        try (Desk desk = new Desk(booth.preview)) {
            desk.lay(Specimens.idCard(3).getFirst());
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> FxThread.call(() -> !button("#action-shoot").isDisabled()));
            robot.clickOn("#action-shoot");
        }
        assertThat(booth.asked).containsExactly("shootNow");
    }

    /// At ten seconds more choices come: nobody's finger is on a button that goes.
    @Test
    void aButtonThatStaysIsTheSameWhenOthersComeBesideIt() {
        booth.tell(Story.begun());
        await().atMost(Duration.ofSeconds(15)).until(() -> booth.shows("#action-shoot"));
        Button shutter = button("#action-shoot");
        await().atMost(Duration.ofSeconds(15)).until(() -> booth.shows("#action-help"));
        assertThat(button("#action-shoot")).isSameAs(shutter);
        assertThat(shutter.getScene()).isNotNull();
    }

    @Test
    void aFrameIsShownAsItIsAndGivenBack() {
        booth.tell(Story.begun());
        try (FramePool pool = new FramePool()) {
            // Blue, green, red: JavaFX must not see them the other way round.
            Mat orange = new Mat(720, 1280, opencv_core.CV_8UC3, new Scalar(0, 128, 255, 0));
            booth.preview.put(pool.frame(orange, 1, System.nanoTime()));
            await().untilAsserted(() -> {
                BufferedImage picture = Pictures.of(booth.scene());
                assertThat(picture.getRGB(330, 200) & 0xFFFFFF).isEqualTo(0xFF8000);
            });
            booth.tell(Story.ready());
            // A buffer that was used before knows its size.
            await().until(() -> pool.take().cols() == 1280);
        }
    }

    @Test
    void theKeptPictureIsStraightenedAndAValueThatIsLookedAtIsMarkedOnIt() {
        booth.tell(Story.begun());
        try (Desk desk = new Desk(booth.preview)) {
            desk.lay(Specimens.idCard(3).getFirst());
            await().atMost(Duration.ofSeconds(20)).until(() -> !desk.outline().isEmpty());
            booth.tell(Story.locked(Side.FRONT), Story.taken(Side.FRONT));
            booth.keep(desk.kept(Side.FRONT));
            Story.mrz().forEach(field -> booth.tell(Story.read(Side.FRONT, field)));
            booth.tell(Story.confirm(Side.FRONT));
            await().atMost(Duration.ofSeconds(5)).until(() -> booth.shows(".place"));

            assertThat(booth.shows(".outline:card")).isTrue();
            assertThat(booth.shows(".place:pointed")).isFalse();
            booth.point("#field-front-document_number");
            assertThat(booth.shows(".place:pointed")).isTrue();

            booth.tell(Story.flip());
            assertThat(booth.shows(".place")).isFalse();
        }
    }

    @Test
    void whatAnotherSourceSaysIsTakenOverByOnePress() {
        Field disputed =
                new Field(
                        "last_name",
                        "SANTOS",
                        0.8,
                        Field.Source.MRZ,
                        List.of(),
                        false,
                        List.of(),
                        List.of(Field.Source.MRZ),
                        List.of(
                                new Field.Alternative("SANTOZ", Field.Source.PRINTED, 0.7, false),
                                new Field.Alternative("Santos", Field.Source.PRINTED, 0.7, true)));
        booth.tell(
                Story.begun(),
                Story.taken(Side.FRONT),
                Story.read(Side.FRONT, disputed),
                Story.confirm(Side.FRONT));
        assertThat(booth.text(".field-conflict")).endsWith("SANTOZ");

        booth.press("#field-front-last_name");
        booth.press(".other");

        assertThat(booth.asked).last().isEqualTo("edit FRONT last_name SANTOZ");
    }

    @Test
    void anOldFrameIsNeverLive() {
        booth.tell(Story.begun());
        assertThat(booth.shows(".still")).as("before the first frame").isTrue();
        try (Desk desk = new Desk(booth.preview)) {
            desk.lay(Specimens.idCard(3).getFirst());
            await().atMost(Duration.ofSeconds(10)).until(() -> !booth.shows(".still"));
            desk.unplug();
            await().atMost(Duration.ofSeconds(5)).until(() -> booth.shows(".still"));
        }
        assertThat(booth.text(".still")).isEqualTo("Huminto ang camera");
    }

    @Test
    void everyTargetIsLargeEnoughForAFinger() {
        try (Booth kiosk = Booth.sized(Language.FILIPINO, 1280, 800)) {
            kiosk.tell(Story.begun(), Story.taken(Side.FRONT), Story.confirm(Side.FRONT));
            Pictures.of(kiosk.scene());
            assertThat(Findable.tooSmall(kiosk.scene())).isEmpty();
        }
    }

    @Test
    void allGrowsWithTheWindow() {
        try (Booth large = Booth.sized(Language.FILIPINO, 1920, 1080)) {
            Pictures.of(large.scene());
            double height =
                    FxThread.call(() ->
                            large.scene().lookup("#action-begin").getLayoutBounds().getHeight());
            try (Booth small = Booth.sized(Language.FILIPINO, 1280, 800)) {
                Pictures.of(small.scene());
                double less =
                        FxThread.call(() ->
                                small.scene()
                                        .lookup("#action-begin")
                                        .getLayoutBounds()
                                        .getHeight());
                // The narrower of both directions decides: 1080 of 800.
                assertThat(height / less).isBetween(1.3, 1.4);
            }
        }
    }

    @Test
    void theTitleNamesNobody() {
        assertThat(FxThread.call(() -> ((javafx.stage.Stage) booth.scene().getWindow()).getTitle()))
                .isEqualTo("Tanaw");
    }

    private Button button(String selector) {
        Node node = booth.scene().lookup(selector);
        return (Button) node;
    }

    private void key(KeyCode code) {
        robot.press(code).release(code);
        booth.settle();
    }
}

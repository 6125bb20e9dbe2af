package dev.tanaw.capture.locate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.replay.Arrangement;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.Still;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.LabelledFrames;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Verdict;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All four corners are seen, or it is said that they are not.
final class CornersTest {
    private static final Specimen CARD = Specimens.idCard(3).getFirst();

    @Test
    void ofADocumentHeldAsItShouldBeAreClear() {
        assertThat(verdict(Prop.of(CARD)).passes(Gate.CORNERS)).isTrue();
        assertThat(verdict(Prop.of(Specimens.passport(1))).passes(Gate.CORNERS)).isTrue();
    }

    @Test
    void underAFingerAreMissed() {
        Verdict verdict = verdict(Arrangement.fingered(CARD, Arrangement.Finger.CORNER));

        assertThat(verdict.passes(Gate.CORNERS)).isFalse();
        assertThat(verdict.remedy()).contains(Instruction.SHOW_CORNERS);
    }

    @Test
    void thatBelongToTwoDocumentsAreNone() {
        Verdict verdict = verdict(Arrangement.fanned(CARD, Specimens.licence(5).getFirst()));

        assertThat(verdict.passes(Gate.CORNERS)).isFalse();
    }

    /// A finger elsewhere covers no corner.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORNER")
    void besideAFingerAreClear(Arrangement.Finger finger) {
        assertThat(verdict(Arrangement.fingered(CARD, finger)).passes(Gate.CORNERS)).isTrue();
    }

    @Test
    @EnabledIf("dev.tanaw.capture.quality.LabelledFrames#present")
    void ofLabelledFramesAreClear() throws IOException {
        try (DocumentLocator locator = new DocumentLocator()) {
            for (LabelledFrames.Labelled frame : LabelledFrames.read().frames()) {
                try (Mat bgr = opencv_imgcodecs.imread(frame.file().toString())) {
                    Optional<Located> found =
                            locator.locate(bgr, Optional.empty())
                                    .filter(there -> there.quad().iou(frame.quad()) >= 0.9);

                    found.ifPresent(there ->
                            assertThat(there.corners())
                                    .as(frame.file().toString())
                                    .isGreaterThan(0.7));
                }
            }
        }
    }

    private static Verdict verdict(Prop prop) {
        try (Still still = new Still(1280, 720);
                Mat frame = still.draw(prop, 1);
                DocumentLocator locator = new DocumentLocator();
                Measurer measurer = new Measurer()) {
            Optional<Located> found = locator.locate(frame, Optional.empty());
            return Gates.standard()
                    .judge(
                            measurer.measure(
                                    frame, found, found.map(Located::quad), Optional.empty()),
                            Set.of());
        }
    }
}

package dev.tanaw.capture.camera.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.replay.RecordedCamera.Ending;
import dev.tanaw.capture.camera.replay.ReplayStage.Manner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PicturesTest {
    @TempDir private Path folder;

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> Pictures.in(missing))
                .withMessageContaining(missing.toString())
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.NOT_FOUND));
    }

    @Test
    void anEmptyFolderIsNamed() {
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> Pictures.in(folder))
                .withMessageContaining(folder.toString())
                .withMessageContaining("PNG or JPEG");
    }

    @Test
    void aDamagedPictureIsPassedOver() throws Exception {
        picture("a.png", 856, 540, 10);
        Files.writeString(folder.resolve("b.jpg"), "no picture");
        picture("c.JPG", 1280, 720, 20);
        Files.writeString(folder.resolve("notes.txt"), "not looked at");

        assertThat(Pictures.in(folder))
                .flatExtracting(sides -> sides)
                .extracting(ReplayStage.Prop::manner)
                .containsExactly(Manner.DOCUMENT, Manner.FRAME);
    }

    @Test
    void frontAndBackOfOneNameAreOneDocument() throws Exception {
        picture("card_back.png", 800, 540, 10);
        picture("card_front.png", 856, 540, 20);
        picture("page.png", 700, 500, 30);

        assertThat(Pictures.in(folder)).hasSize(2);
        assertThat(Pictures.in(folder).getFirst())
                .extracting(side -> side.picture().cols())
                .containsExactly(856, 800);
    }

    @Test
    void onlyDamagedPicturesAreNoCamera() throws IOException {
        Files.writeString(folder.resolve("b.jpg"), "no picture");

        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> Pictures.in(folder))
                .withMessageContaining(folder.toString())
                .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.BAD_PICTURE));
    }

    @Test
    void aRecordingIsPlayedInTheOrderOfItsNumbersAndAtItsTimes() throws Exception {
        picture("frame-2.png", 64, 36, 20);
        picture("frame-10.png", 64, 36, 100);
        picture("frame-1.png", 64, 36, 10);
        Files.writeString(folder.resolve("timestamps.txt"), "1000\n1040\n1060.5\n");

        assertThat(RecordedCamera.isRecording(folder)).isTrue();
        List<Integer> values = new ArrayList<>();
        List<Long> taken = new ArrayList<>();
        try (FramePool pool = new FramePool();
                RecordedCamera camera = RecordedCamera.open(folder, Ending.DISCONNECT)) {
            for (int i = 0; i < 3; i++) {
                try (Frame frame = camera.read(pool)) {
                    values.add(frame.pixels().ptr(0, 0).get(0) & 0xff);
                    taken.add(frame.takenNanos());
                }
            }
            assertThatExceptionOfType(CameraException.class)
                    .isThrownBy(() -> camera.read(pool))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.DISCONNECTED));
        }
        assertThat(values).containsExactly(10, 20, 100);
        assertThat(taken.getLast() - taken.getFirst()).isGreaterThan(30_000_000);
    }

    @Test
    void aRecordingLoops() throws Exception {
        picture("1.png", 64, 36, 1);
        picture("2.png", 64, 36, 2);

        try (FramePool pool = new FramePool();
                RecordedCamera camera = RecordedCamera.open(folder, Ending.LOOP)) {
            for (int i = 0; i < 5; i++) {
                try (Frame frame = camera.read(pool)) {
                    assertThat(frame.number()).isEqualTo(i + 1);
                    assertThat(frame.pixels().ptr(0, 0).get(0) & 0xff).isEqualTo(i % 2 + 1);
                }
            }
        }
    }

    @Test
    void timesThatDoNotRiseAreRefused() throws Exception {
        picture("1.png", 64, 36, 1);
        picture("2.png", 64, 36, 2);
        for (String times : List.of("5\n1\n", "5\n", "a\nb\n")) {
            Files.writeString(folder.resolve("timestamps.txt"), times);
            assertThatExceptionOfType(CameraException.class)
                    .isThrownBy(() -> RecordedCamera.open(folder, Ending.LOOP))
                    .withMessageContaining("timestamps.txt");
        }
    }

    private void picture(String name, int width, int height, int value) {
        try (Mat mat = new Mat(height, width, opencv_core.CV_8UC3, Scalar.all(value))) {
            opencv_imgcodecs.imwrite(folder.resolve(name).toString(), mat);
        }
    }
}

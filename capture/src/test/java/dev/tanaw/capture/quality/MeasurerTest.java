package dev.tanaw.capture.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.event.Gate;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurerTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 8, 128, 255})
    void withoutADocumentTheLightOfTheRoomIsMeasuredAllTheSame(int grey) {
        try (Measurer measurer = new Measurer();
                Scalar colour = new Scalar(grey, grey, grey, 0);
                Mat frame = new Mat(720, 1280, opencv_core.CV_8UC3, colour)) {
            Measurement seen =
                    measurer.measure(frame, Optional.empty(), Optional.empty(), Optional.empty());

            assertThat(seen.found()).isFalse();
            assertThat(seen.value(Gate.LIGHT)).isCloseTo(grey / 255.0, Offset.offset(0.005));
        }
    }
}

package dev.tanaw.capture.read.network;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class NetworkTest {
    @Test
    void aModelThatIsMissingIsSaid() {
        assertThatExceptionOfType(NetworkDamaged.class)
                .isThrownBy(() -> Network.open("models/none.onnx", "00"))
                .withMessageContaining("missing");
    }

    @Test
    void aModelThatIsNotTheOneThatWasShippedIsNotUsed() {
        assertThatExceptionOfType(NetworkDamaged.class)
                .isThrownBy(() -> Network.open("models/ch_PP-OCRv4_det_infer.onnx", "00"))
                .withMessageContaining("not the file");
    }
}

package dev.tanaw.capture.camera.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MultipartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/x-mixed-replace; boundary=cut           | --cut",
                "multipart/x-mixed-replace;boundary=--cut          | --cut",
                "Multipart/X-Mixed-Replace; Boundary=\"a b\"; x=1  | --a b",
                "multipart/x-mixed-replace                         |",
                "image/jpeg                                        |",
                "text/html; boundary=cut                           |",
                "multipart/x-mixed-replace; boundary=              |"
            })
    void theBoundaryIsFoundInWhateverCamerasWrite(String type, String boundary) {
        assertThat(Multipart.boundary(type).orElse(null)).isEqualTo(boundary);
    }

    @Test
    void aPartWithoutALengthEndsAtTheNextBoundary() throws IOException {
        Multipart parts = parts("--cut\r\n\r\none\r\n--co\r\r\n--cut\r\n\r\ntwo\n--cut\r\n\r\n");

        assertThat(parts.next()).asString(StandardCharsets.US_ASCII).isEqualTo("one\r\n--co\r");
        assertThat(parts.next()).asString(StandardCharsets.US_ASCII).isEqualTo("two");
        assertThatExceptionOfType(EOFException.class).isThrownBy(parts::next);
    }

    @Test
    void aPartWithALengthMayContainTheBoundary() throws IOException {
        Multipart parts = parts("junk\r\n--cut\r\ncontent-length: 9\r\n\r\nx\r\n--cut\r");

        assertThat(parts.next()).hasSize(9);
    }

    @Test
    void theClosingBoundaryIsTheEnd() {
        assertThatExceptionOfType(EOFException.class)
                .isThrownBy(() -> parts("--cut--\r\n").next())
                .withMessageContaining("ended");
    }

    @ParameterizedTest
    @CsvSource({"99999999999", "-5", "12x", "2147483648"})
    void aLengthThatCannotBeIsRefused(String length) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> parts("--cut\r\nContent-Length: " + length + "\r\n\r\n").next());
    }

    @Test
    void endlessHeadersAreRefused() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> parts("--cut\r\n" + "a: b\r\n".repeat(1000)).next())
                .withMessageContaining("headers");
    }

    @Test
    void rubbishNeverBreaksMoreThanTheStream() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            byte[] rubbish = new byte[random.nextInt(400)];
            random.nextBytes(rubbish);
            byte[] start = "--cut\r\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(start, 0, rubbish, 0, Math.min(start.length, rubbish.length));
            Multipart parts = new Multipart(new ByteArrayInputStream(rubbish), "--cut");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> {
                        while (true) {
                            parts.next();
                        }
                    });
        }
    }

    private static Multipart parts(String body) {
        return new Multipart(
                new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)), "--cut");
    }
}

package dev.tanaw.stream.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A value that exists is valid.
class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "é", "stats", "a\n", "../x"})
    void anIdIsShortAndPlain(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> message(id, "state_change", "{}"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message("x".repeat(65), "state_change", "{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "error", "open", "message", "snapshot", "stream_open", "A", "a-b", "a1"})
    void aTypeIsSnakeCaseAndNoneThatTheStreamUsesItself(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> message("a", type, "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\n}", "{}\r"})
    void anEnvelopeIsOneLine(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> message("a", "state_change", json));
    }

    @Test
    void aRefusalNeverRepeatsAWholeHostileValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message("y".repeat(1_000_000), "state_change", "{}"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-0", "k3j9x0a1b2c3-999999999999999999", "abc-17"})
    void aPositionReadsBackAsItWasWritten(String text) {
        assertThat(Position.parse(text).orElseThrow()).hasToString(text);
        assertThat(text).hasSizeLessThanOrEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "a",
                "a-",
                "-1",
                "a--1",
                "a-01",
                "A-1",
                "a-1 ",
                "a-1000000000000000000",
                "abcdefghijklm-1"
            })
    void anythingElseIsNoPosition(String text) {
        assertThat(Position.parse(text)).isEmpty();
    }

    @Test
    void everyLogHasAnEpochOfItsOwn() {
        Instant now = Instant.parse("2026-11-22T10:15:30Z");

        assertThat(EventLog.newEpoch(now)).matches("[0-9a-z]{11,12}");
        assertThat(EventLog.newEpoch(now).substring(0, 8))
                .isLessThan(EventLog.newEpoch(now.plusSeconds(1)).substring(0, 8));
    }

    private static Message message(String id, String type, String json) {
        return new Message(
                "kiosk", Optional.of(id), type, Retention.LASTING, "key", json.getBytes(UTF_8));
    }
}

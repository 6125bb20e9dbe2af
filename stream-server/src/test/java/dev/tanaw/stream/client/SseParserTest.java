package dev.tanaw.stream.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
    private static final String STREAM =
            """
            retry: 1500
            id: a-1
            event: state_change
            data: {"name":"Peña"}

            : still here

            id: a-2
            data:two
            data: lines

            nonsense
            event: cut off
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void whereverTheStreamIsSplitTheFramesAreTheSame(String lineEnd) throws Exception {
        byte[] bytes = STREAM.replace("\n", lineEnd).getBytes(UTF_8);
        for (int at = 0; at <= bytes.length; at++) {
            SseParser parser = new SseParser(1000);
            List<SseFrame> frames = new ArrayList<>(parser.feed(ByteBuffer.wrap(bytes, 0, at)));
            frames.addAll(parser.feed(ByteBuffer.wrap(bytes, at, bytes.length - at)));

            assertThat(frames)
                    .extracting(SseFrame::event)
                    .containsExactly("state_change", "message");
            assertThat(frames)
                    .extracting(frame -> new String(frame.data(), UTF_8))
                    .containsExactly("{\"name\":\"Peña\"}", "two\nlines");
            assertThat(frames)
                    .extracting(SseFrame::id)
                    .containsExactly(Optional.of("a-1"), Optional.of("a-2"));
            assertThat(frames.getFirst().retryMillis()).contains(1500L);
        }
    }

    @Test
    void aByteOrderMarkAFieldWithoutValueAndAnIdWithNulAreAsTheStandardSays() throws Exception {
        String text = "\uFEFFdata: x\nid: a\0b\nretry: soon\nevent\n\n";

        assertThat(new SseParser(100).feed(ByteBuffer.wrap(text.getBytes(UTF_8))))
                .singleElement()
                .satisfies(frame -> {
                    assertThat(frame.event()).isEmpty();
                    assertThat(frame.id()).isEmpty();
                    assertThat(frame.retryMillis()).isEmpty();
                });
    }

    @Test
    void aFrameLongerThanTheLimitIsAnErrorAndNotHeld() throws Exception {
        SseParser parser = new SseParser(64);
        byte[] line = "data: 0123456789012345678901234567890123456789\n".getBytes(UTF_8);
        assertThat(parser.feed(ByteBuffer.wrap(line))).isEmpty();

        assertThatThrownBy(() -> parser.feed(ByteBuffer.wrap(line)))
                .isInstanceOf(SseParser.TooLarge.class);
    }
}

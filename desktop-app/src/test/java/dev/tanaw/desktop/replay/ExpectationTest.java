package dev.tanaw.desktop.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.desktop.wire.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExpectationTest {
    private final List<Told> events =
            List.of(
                    told(0.5, "state_change", "searching"),
                    told(1.5, "state_change", "locked"),
                    told(2.0, "warning", ""),
                    told(2.5, "state_change", "captured"));

    @Test
    void whatComesInOrderIsAsExpected() {
        assertThat(missed("{'event':'state_change','to':'searching'}", "{'to':'captured'}"))
                .isEmpty();
    }

    @Test
    void whatComesInAnotherOrderIsNot() {
        assertThat(missed("{'to':'captured'}", "{'to':'locked'}"))
                .singleElement()
                .asString()
                .contains("expect[1]", "was not told");
    }

    @Test
    void whatMustNotComeBetweenIsSaidWithItsTime() {
        assertThat(missed("{'to':'locked'}", "{'not':{'event':'warning'}}", "{'to':'captured'}"))
                .singleElement()
                .asString()
                .contains("expect[1]", "2.000 s");
        assertThat(missed("{'not':{'event':'warning'}}", "{'to':'locked'}")).isEmpty();
        assertThat(missed("{'to':'captured'}", "{'not':{'event':'warning'}}")).isEmpty();
        assertThat(missed("{'to':'locked'}", "{'not':{'event':'warning'}}")).hasSize(1);
    }

    @Test
    void whatComesLateIsSaidWithTheDelay() {
        assertThat(missed("{'to':'locked','within_s':0.5,'after':'approach'}")).isEmpty();
        assertThat(missed("{'to':'locked','within_s':0.4,'after':'approach'}"))
                .singleElement()
                .asString()
                .contains("0.500 s after 'approach'");
    }

    private List<String> missed(String... expected) {
        List<Expectation> all = new ArrayList<>();
        for (String text : expected) {
            try {
                all.add(
                        Expectation.of(
                                "expect[%d]".formatted(all.size()),
                                new Entry("", Told.tree(text.replace('\'', '"')))));
            } catch (UnusableFile e) {
                throw new AssertionError(e);
            }
        }
        return Expectation.missed(all, events, Map.of("approach", 1.0));
    }

    private static Told told(double seconds, String type, String to) {
        String json = "{\"type\":\"%s\",\"data\":{\"to\":\"%s\"}}".formatted(type, to);
        return Told.of(seconds, new WireEvent(type, true, type, json, Optional.empty()));
    }
}

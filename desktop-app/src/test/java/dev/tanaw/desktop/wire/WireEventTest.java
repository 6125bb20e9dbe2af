package dev.tanaw.desktop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tanaw.capture.event.CaptureEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireEventTest {
    /// What a hub says of the lines to those that it follows; no station sends it.
    private static final Set<String> OF_HUBS = Set.of("station_stale.json", "station_back.json");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path GOLDEN = Path.of(System.getProperty("tanaw.contract"), "events");

    static List<CaptureEvent> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachEventLooksOnTheWireAsTheContractShows(CaptureEvent event) throws IOException {
        WireEvent wire = WireEvent.of("kiosk-07", Samples.recorded(event));
        Path golden = GOLDEN.resolve(wire.type() + ".json");
        JsonNode actual = JSON.readTree(wire.json());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, JSON.writeValueAsString(actual) + "\n");
        }

        assertThat(golden).as("accept with -Dgolden.update=true").exists();
        assertThat(actual).isEqualTo(JSON.readTree(golden.toFile()));
    }

    @Test
    void thereIsASampleOfEveryKindOfEvent() {
        Set<Class<?>> kinds = leaves(CaptureEvent.class).collect(Collectors.toSet());

        assertThat(samples()).extracting(Object::getClass).hasSameElementsAs(new HashSet<>(kinds));
    }

    @Test
    void theContractHasNoExampleThatNobodySends() throws IOException {
        Set<String> types =
                samples().stream()
                        .map(event -> WireEvent.type(event) + ".json")
                        .collect(Collectors.toSet());
        types.addAll(OF_HUBS);
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(types);
        }
    }

    @Test
    void noTypeIsNamedLikeAnEventThatEventSourceRaisesItself() {
        assertThat(samples())
                .extracting(WireEvent::type)
                .doesNotContain("error", "open", "message")
                .doesNotHaveDuplicates();
    }

    @Test
    void aPersonalValueLeavesTheStationMasked() {
        WireEvent wire =
                WireEvent.of(
                        "kiosk-07",
                        Samples.recorded(
                                samples().stream()
                                        .filter(CaptureEvent.FieldExtracted.class::isInstance)
                                        .findFirst()
                                        .orElseThrow()));

        assertThat(wire.json()).contains("E•••••••").doesNotContain("RIKSSON");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireEventTest::leaves)
                : Stream.of(type);
    }
}

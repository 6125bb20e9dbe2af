package dev.tanaw.desktop.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tanaw.capture.camera.CameraDriver;
import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.ConsentAnswer;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Presence;
import dev.tanaw.capture.event.Recovery;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.event.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The words that the station says are those that the contract promises, neither more nor fewer.
final class ContractWordsTest {
    private static final JsonNode SCHEMAS = schemas();

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/Side/enum", Side.values()),
                Arguments.of("/Step/enum", Step.values()),
                Arguments.of("/Instruction/enum", Instruction.values()),
                Arguments.of("/CancelReason/enum", CancelReason.values()),
                Arguments.of("/Gate/enum", Gate.values()),
                Arguments.of("/Outcome/enum", Outcome.values()),
                Arguments.of("/Consent/properties/answer/enum", ConsentAnswer.values()),
                Arguments.of("/DocumentChosen/properties/document/enum", DocumentKind.values()),
                Arguments.of("/Override/properties/reason/enum", OverrideReason.values()),
                Arguments.of("/SupervisorAction/properties/action/enum", SupervisorAction.values()),
                Arguments.of("/SupervisorAction/properties/outcome/enum", ActionOutcome.values()),
                Arguments.of("/SessionInterrupted/properties/recovery/enum", Recovery.values()),
                Arguments.of("/SessionInterrupted/properties/reason/enum", DiscardReason.values()),
                Arguments.of("/Presence/properties/presence/enum", Presence.values()),
                Arguments.of("/ExtractionField/properties/band/enum", Band.values()),
                Arguments.of("/ExtractionField/properties/source/enum", Field.Source.values()),
                Arguments.of("/SessionStarted/properties/camera/enum", CameraDriver.Kind.values()));
    }

    @ParameterizedTest
    @MethodSource("words")
    void saysWhatIsPromised(String place, Enum<?>[] said) {
        List<String> spoken =
                Arrays.stream(said).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();

        assertThat(spoken).containsExactlyInAnyOrderElementsOf(promised(place));
    }

    @Test
    void unitsAreThePromisedOnes() {
        List<String> spoken = Arrays.stream(Gate.values()).map(Gate::unit).distinct().toList();

        assertThat(spoken).containsExactlyInAnyOrderElementsOf(promised("/Unit/enum"));
    }

    @Test
    void everyCodeLooksAsPromised() {
        String pattern = SCHEMAS.at("/Notice/properties/code/pattern").asText();

        assertThat(Trouble.values())
                .extracting(Trouble::code)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches(pattern));
    }

    private static List<String> promised(String place) {
        JsonNode words = SCHEMAS.at(place);
        assertThat(words.isArray()).as(place).isTrue();
        return StreamSupport.stream(words.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static JsonNode schemas() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of("../contract/asyncapi.yaml").toFile())
                    .at("/components/schemas");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

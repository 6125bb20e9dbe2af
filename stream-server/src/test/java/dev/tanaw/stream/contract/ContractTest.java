package dev.tanaw.stream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {
    /// The side of a state that has none, the reason of a change that needs none, a site that
    /// nobody named.
    private static final Map<String, Set<String>> OPTIONAL =
            Map.of(
                    "state_change", Set.of("side", "reason"),
                    "capture_complete", Set.of("dpi"),
                    "station_status", Set.of("site"),
                    "session_interrupted", Set.of("reason"),
                    "supervisor_action", Set.of("text"));

    /// What a station itself never says and a producer in another process may, and what only the
    /// picture of a face has.
    private static final Map<String, Set<String>> OF_OTHERS =
            Map.of(
                    "capture_complete", Set.of("components"),
                    "session_started", Set.of("simulated", "resumes"),
                    "station_status", Set.of("simulated"),
                    "station_beat", Set.of("clock"));

    private static final Contract CONTRACT = Contract.read();
    private static final Set<String> CONTROL =
            Set.of(
                    "stream_open",
                    "snapshot",
                    "stream_gap",
                    "stream_reset",
                    "stream_beat",
                    "stream_bye",
                    "stream_filter",
                    "stream_pong",
                    "stream_viewers",
                    "stream_error");

    static Set<String> types() {
        return Contract.goldenTypes();
    }

    @Test
    void itIsAnAsyncApiDocumentWhoseReferencesAllLeadSomewhere() {
        assertThat(CONTRACT.at("/asyncapi").asText()).startsWith("3.");
        assertThat(CONTRACT.at("/info/title").asText()).isNotBlank();
        assertThat(CONTRACT.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(CONTRACT.names("/operations")).isNotEmpty();

        assertThat(CONTRACT.at("").findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference ->
                        assertThat(CONTRACT.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void noSentenceIsTornApartByACommaThatYamlTakesForItsOwn() {
        assertThat(CONTRACT.at("").findValues("description"))
                .allSatisfy(description ->
                        assertThat(description.isObject() || sentence(description))
                                .as(description.toString())
                                .isTrue());
        assertThat(empty(CONTRACT.at(""))).isEmpty();
    }

    private static boolean sentence(JsonNode description) {
        return description.asText().endsWith(".");
    }

    private static List<String> empty(JsonNode node) {
        List<String> empty = new ArrayList<>();
        node.propertyStream()
                .filter(entry -> entry.getValue().isNull())
                .forEach(entry -> empty.add(entry.getKey()));
        node.valueStream().forEach(child -> empty.addAll(empty(child)));
        return empty;
    }

    @Test
    void bothStreamsAreDescribedWithWhatTheyCarry() {
        assertThat(CONTRACT.at("/channels/session/address").asText())
                .isEqualTo("/face/stream/{session_id}");
        assertThat(CONTRACT.at("/channels/stations/address").asText())
                .isEqualTo("/stations/stream");

        assertThat(CONTRACT.names("/channels/stations/messages"))
                .isEqualTo(CONTRACT.names("/components/messages"));
        assertThat(CONTRACT.names("/channels/session/messages"))
                .containsAll(CONTROL)
                .doesNotContain(
                        "session_interrupted",
                        "station_status",
                        "station_beat",
                        "camera_lost",
                        "camera_found",
                        "station_trouble",
                        "station_stale",
                        "station_back")
                .hasSize(CONTRACT.names("/components/messages").size() - 8);
    }

    @Test
    void eachTypeHasAnExampleAndEachExampleIsDescribed() {
        Set<String> described = CONTRACT.names("/components/messages");
        described.removeAll(CONTROL);

        assertThat(described).isEqualTo(types());
    }

    @Test
    void theDocumentsTellOfEachTypeAndOfNoOther() throws IOException {
        String page = Files.readString(Path.of("../docs/events.md"));
        String table = page.substring(page.indexOf("| type | `data` tells |"));
        Set<String> told =
                table.lines()
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> line.substring(1, line.indexOf('|', 1)))
                        .flatMap(cell -> Pattern.compile("[a-z_]+").matcher(cell).results())
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(told).isEqualTo(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachExampleIsAsDescribed(String type) {
        assertThat(CONTRACT.faults(type, Contract.golden(type))).isEmpty();
    }

    @Test
    void thePictureOfAFaceHasItsComponents() {
        JsonNode golden = Contract.golden("capture_complete");
        ObjectNode face = golden.deepCopy();
        ObjectNode data = (ObjectNode) face.path("data");
        data.put("side", "face");
        ObjectNode eyes = data.putArray("components").addObject();
        eyes.put("component", "eyes_open").put("value", 0.07).put("score", 98.2);

        assertThat(CONTRACT.faults("capture_complete", face)).isEmpty();
        eyes.put("score", 101);
        assertThat(CONTRACT.faults("capture_complete", face)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachValueOfAnExampleIsDescribedAndNoneIsOptionalWithoutNeed(String type) {
        JsonNode data = Contract.golden(type).path("data");
        JsonNode message = CONTRACT.at("/components/messages/" + type + "/payload/allOf/1");
        JsonNode schema = CONTRACT.resolve(message.path("properties").path("data"));

        Set<String> described = names(schema.path("properties"));
        described.removeAll(OF_OTHERS.getOrDefault(type, Set.of()));
        assertThat(described).isEqualTo(names(data));
        Set<String> optional = OPTIONAL.getOrDefault(type, Set.of());
        assertThat(schema.path("required").valueStream().map(JsonNode::asText).toList())
                .containsExactlyInAnyOrderElementsOf(
                        names(data).stream().filter(name -> !optional.contains(name)).toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleThatLacksAnythingIsRefused(String type) {
        ObjectNode golden = Contract.golden(type);
        ObjectNode data = (ObjectNode) golden.path("data");

        Stream.of("v", "station", "seq", "prev", "type", "time", "elapsed_ms", "data")
                .forEach(name ->
                        assertThat(CONTRACT.faults(type, golden.deepCopy().without(name)))
                                .as("without " + name)
                                .isNotEmpty());
        ObjectNode poorer = golden.deepCopy();
        poorer.set("data", data.deepCopy().removeAll());
        assertThat(CONTRACT.faults(type, poorer)).isNotEmpty();
        ObjectNode other = golden.deepCopy();
        assertThat(CONTRACT.faults(type, other.put("type", "something_else"))).isNotEmpty();
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyStream().map(entry -> entry.getKey()).toList());
    }
}

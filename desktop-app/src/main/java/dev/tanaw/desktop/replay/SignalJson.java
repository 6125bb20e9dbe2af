package dev.tanaw.desktop.replay;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// Signals as JSON: each names its kind, moments are nanoseconds of the station's monotonic clock,
/// durations and dates ISO 8601. A new kind of signal is known here as soon as it exists.
final class SignalJson {
    private static final String KIND = "signal";

    private static final JsonMapper JSON = mapper();

    private SignalJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = KIND)
    private interface Kinds {}

    static boolean isSignal(JsonNode line) {
        return line.has(KIND);
    }

    static String write(Signal signal) {
        try {
            return JSON.writerFor(Signal.class).writeValueAsString(signal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signal is plain values", e);
        }
    }

    /// @throws JsonProcessingException when it is none
    static Signal read(JsonNode line) throws JsonProcessingException {
        return JSON.treeToValue(line, Signal.class);
    }

    private static JsonMapper mapper() {
        SimpleModule values = new SimpleModule();
        put(values, Moment.class, at -> Long.toString(at.nanos()), SignalJson::moment);
        put(values, Duration.class, Duration::toString, Duration::parse);
        put(values, Instant.class, Instant::toString, Instant::parse);
        put(values, LocalDate.class, LocalDate::toString, LocalDate::parse);
        return JsonMapper.builder()
                .addModule(values)
                .addMixIn(Signal.class, Kinds.class)
                .registerSubtypes(
                        kinds(Signal.class)
                                .map(kind -> new NamedType(kind, name(kind)))
                                .toArray(NamedType[]::new))
                .build();
    }

    private static Moment moment(String nanos) {
        return new Moment(Long.parseLong(nanos));
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SignalJson::kinds)
                : Stream.of(type);
    }

    /// `ShotKept` is `shot_kept`.
    private static String name(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static <T> void put(
            SimpleModule module, Class<T> type, Function<T, String> to, Function<String, T> from) {
        module.addSerializer(
                type,
                new StdSerializer<T>(type) {
                    private static final long serialVersionUID = 1;

                    @Override
                    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
                            throws IOException {
                        json.writeString(to.apply(value));
                    }
                });
        module.addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    private static final long serialVersionUID = 1;

                    @Override
                    public T deserialize(JsonParser json, DeserializationContext context)
                            throws IOException {
                        return from.apply(json.getText());
                    }
                });
    }
}

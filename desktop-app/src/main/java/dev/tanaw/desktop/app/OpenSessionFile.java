package dev.tanaw.desktop.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.session.OpenSession;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// `open-session-STATION.json` in the data folder, for its owner only: there while a session is
/// open. No value of a document is in it.
record OpenSessionFile(Path file) {
    private static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    OpenSessionFile(Path data, String station) {
        this(data.resolve("open-session-" + station + ".json"));
    }

    sealed interface Found {}

    record None() implements Found {}

    /// @param why in words
    record Damaged(Path file, String why) implements Found {}

    record Kept(OpenSession session) implements Found {}

    Found read() {
        try {
            return new Kept(parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException _) {
            return new None();
        } catch (JsonProcessingException e) {
            return new Damaged(file, e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return new Damaged(file, Objects.requireNonNullElse(e.getMessage(), "no reason given"));
        }
    }

    /// Written aside and moved: whoever reads finds the old one or the new one, whole.
    void write(OpenSession session) throws IOException {
        Path aside =
                Files.createTempFile(file.toAbsolutePath().getParent(), "open-session", ".part");
        try {
            Files.writeString(aside, text(session), StandardCharsets.UTF_8);
            try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private static String text(OpenSession session) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("tanaw_open_session", VERSION);
        node.put("session", session.id());
        node.put("started_at", session.startedAt().toString());
        node.put("step", session.step().name().toLowerCase(Locale.ROOT));
        node.put("consent", session.consent());
        session.chosen().forEach(kind -> node.put("chosen", kind.name().toLowerCase(Locale.ROOT)));
        return JSON.writeValueAsString(node);
    }

    private static OpenSession parse(String text) throws JsonProcessingException {
        JsonNode node = JSON.readTree(text);
        if (node.path("tanaw_open_session").asInt() != VERSION) {
            throw new IllegalArgumentException("it is not of version " + VERSION);
        }
        return new OpenSession(
                node.path("session").asText(),
                Instant.parse(node.path("started_at").asText()),
                Step.valueOf(node.path("step").asText().toUpperCase(Locale.ROOT)),
                node.path("consent").asText(),
                node.has("chosen")
                        ? Set.of(
                                DocumentKind.valueOf(
                                        node.path("chosen").asText().toUpperCase(Locale.ROOT)))
                        : Set.of());
    }
}

package dev.tanaw.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The system's own Chromium without a window, with one page, steered over its DevTools protocol.
final class Chromium implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ADDRESS = Pattern.compile("ws://\\S+");
    private static final long PATIENCE_SECONDS = 60;

    private final Path profile;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private final String page;

    private Chromium(Path profile, Process process) throws IOException {
        this.profile = profile;
        this.process = process;
        this.socket =
                client.newWebSocketBuilder().buildAsync(address(process), new Hearing()).join();
        String target =
                send("", "Target.createTarget", JSON.createObjectNode().put("url", "about:blank"))
                        .path("targetId")
                        .asText();
        this.page =
                send(
                                "",
                                "Target.attachToTarget",
                                JSON.createObjectNode()
                                        .put("targetId", target)
                                        .put("flatten", true))
                        .path("sessionId")
                        .asText();
    }

    /// @throws IOException when there is none on this machine
    static Chromium open(int width, int height) throws IOException {
        Path profile = Files.createTempDirectory("tanaw-wall");
        Process process =
                new ProcessBuilder(
                                "chromium",
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--lang=en",
                                "--window-size=" + width + "," + height,
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectOutput(Redirect.DISCARD)
                        .start();
        return new Chromium(profile, process);
    }

    private static URI address(Process process) throws IOException {
        BufferedReader says = process.errorReader();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> says.lines().forEach(_ -> {}));
                return URI.create(found.group());
            }
        }
        throw new IOException("chromium ended before it listened");
    }

    JsonNode call(String method) throws IOException {
        return call(method, JSON.createObjectNode());
    }

    JsonNode call(String method, ObjectNode parameters) throws IOException {
        return send(page, method, parameters);
    }

    static ObjectNode with(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    /// The value of an expression in the page; awaited when it is a promise.
    JsonNode evaluate(String expression) throws IOException {
        JsonNode answer =
                call(
                        "Runtime.evaluate",
                        with("expression", expression)
                                .put("returnByValue", true)
                                .put("awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /// What the browser told by itself of this kind so far.
    Stream<JsonNode> events(String method) {
        return told.stream()
                .filter(event -> event.path("method").asText().equals(method))
                .map(event -> event.path("params"));
    }

    private JsonNode send(String session, String method, ObjectNode parameters) throws IOException {
        int id = number.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        var _ = socket.sendText(message.toString(), true);
        JsonNode said = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IOException(method + ": " + said.path("error"));
        }
        return said.path("result");
    }

    private final class Hearing implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                heard(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void heard(String message) {
        try {
            JsonNode said = JSON.readTree(message);
            CompletableFuture<JsonNode> asked = waiting.remove(said.path("id").asInt());
            if (asked != null) {
                asked.complete(said);
            } else if (!said.path("method").asText().equals("Network.dataReceived")) {
                told.add(said);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the browser does not speak JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

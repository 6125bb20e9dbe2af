package dev.tanaw.stream.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tokens in one file, one JSON object a line. A token is `tanaw_<id>_<256 random bits>` and is
/// shown once; the file has its SHA-256. Another process may change the file: [#refresh] sees it.
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String MARK = "tanaw_";
    private static final String PAIRING = "pairing.json";
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private final Optional<Path> file;
    private final Pairing pairing;
    private volatile Map<String, Credential> known = Map.of();
    private FileTime read = FileTime.fromMillis(0);

    private Tokens(Optional<Path> file) {
        this.file = file;
        this.pairing =
                file.map(path -> Pairing.in(path.resolveSibling(PAIRING)))
                        .orElseGet(Pairing::inMemory);
    }

    /// A token that was just made; the only place where the secret is.
    public record Made(Credential credential, String token) {}

    public static Tokens none() {
        return new Tokens(Optional.empty());
    }

    /// A file that does not exist yet has no tokens.
    public static Tokens in(Path file) {
        Tokens tokens = new Tokens(Optional.of(file));
        tokens.refresh();
        return tokens;
    }

    public Made add(String name, Role role, Instant now) throws IOException {
        String id = HexFormat.of().formatHex(random(ID_BYTES));
        String secret =
                Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
        String token = MARK + id + "_" + secret;
        Credential credential = new Credential(id, name, role, fingerprint(token), now);
        Map<String, Credential> more = new LinkedHashMap<>(known);
        more.put(id, credential);
        write(more);
        return new Made(credential, token);
    }

    /// False when there is no such token.
    public boolean revoke(String id) throws IOException {
        Map<String, Credential> fewer = new LinkedHashMap<>(known);
        if (fewer.remove(id) == null) {
            return false;
        }
        write(fewer);
        return true;
    }

    public List<Credential> all() {
        return List.copyOf(known.values());
    }

    /// Whether anybody could follow a stream with one of these.
    public boolean letSomebodyRead() {
        return known.values().stream().anyMatch(each -> each.role().reads());
    }

    /// The code by which a browser is let in without a token.
    public Pairing pairing() {
        return pairing;
    }

    public boolean holds(String id) {
        return known.containsKey(id);
    }

    /// Whose token this is; empty for any other text.
    public Optional<Credential> of(String token) {
        int end = token.indexOf('_', MARK.length());
        if (!token.startsWith(MARK) || end < 0 || token.length() > 128) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.get(token.substring(MARK.length(), end)))
                .filter(credential -> isSame(credential.sha256(), fingerprint(token)));
    }

    /// In the same time for any difference.
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(US_ASCII), other.getBytes(US_ASCII));
    }

    /// Reads the file again when it has changed. What cannot be read gives nobody access.
    public synchronized void refresh() {
        if (file.isEmpty()) {
            return;
        }
        try {
            if (!Files.exists(file.get())) {
                known = Map.of();
                return;
            }
            FileTime changed = Files.getLastModifiedTime(file.get());
            if (!changed.equals(read)) {
                known = parse(Files.readAllLines(file.get(), UTF_8));
                read = changed;
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("the tokens cannot be read; nobody is let in by token", e);
            known = Map.of();
        }
    }

    private static Map<String, Credential> parse(List<String> lines) throws IOException {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        for (String line : lines) {
            JsonNode one = JSON.readTree(line);
            Credential credential =
                    new Credential(
                            one.path("id").asText(),
                            one.path("name").asText(),
                            Role.valueOf(one.path("role").asText().toUpperCase(Locale.ROOT)),
                            one.path("sha256").asText(),
                            Instant.parse(one.path("created").asText()));
            credentials.put(credential.id(), credential);
        }
        return credentials;
    }

    /// Written aside and moved, so that a reader finds the old file or the new one.
    private synchronized void write(Map<String, Credential> credentials) throws IOException {
        Path target = file.orElseThrow(() -> new IOException("there is no file for tokens"));
        List<String> lines = new ArrayList<>();
        for (Credential each : credentials.values()) {
            ObjectNode line = JSON.createObjectNode();
            line.put("id", each.id()).put("name", each.name());
            line.put("role", each.role().name().toLowerCase(Locale.ROOT));
            line.put("sha256", each.sha256()).put("created", each.created().toString());
            lines.add(JSON.writeValueAsString(line));
        }
        Path folder = target.toAbsolutePath().getParent();
        Path aside = Files.createTempFile(folder, "tokens", ".part"); // for its owner only
        Files.write(aside, lines, UTF_8);
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
        known = credentials;
        read = Files.getLastModifiedTime(target);
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String fingerprint(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

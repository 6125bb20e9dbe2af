package dev.tanaw.stream.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Six digits that somebody at the station reads to somebody at a browser. At most one code is open
/// at a time: for two minutes, for one use, and for five wrong tries, whoever makes them. So few
/// digits cannot be kept from somebody who reads the file; what protects them is their short life,
/// and that the file is its owner's.
///
/// Another process may make the code: it lies in a file beside the tokens, as a salted fingerprint.
public final class Pairing {
    public static final Duration VALID = Duration.ofMinutes(2);
    static final int MAX_WRONG = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Pairing.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
    private static final int SALT_BYTES = 16;

    private final Optional<Path> file;
    private Optional<Open> here = Optional.empty();

    /// Wrong tries at the code with this salt.
    private String tried = "";

    private int wrong;

    /// The salt of the code that was used up last.
    private String spent = "";

    /// A code that was just made; the only place where its digits are.
    public record Code(String digits, Instant until) {}

    private record Open(String salt, String sha256, Instant until) {}

    private Pairing(Optional<Path> file) {
        this.file = file;
    }

    static Pairing inMemory() {
        return new Pairing(Optional.empty());
    }

    static Pairing in(Path file) {
        return new Pairing(Optional.of(file));
    }

    /// Whether this could be a code; blanks between the digits do not matter.
    public static boolean isCode(String text) {
        return DIGITS.matcher(plain(text)).matches();
    }

    private static String plain(String text) {
        return text.length() > 32 ? "" : text.replace(" ", "");
    }

    /// Makes a code; one that was open before is void.
    public synchronized Code begin(Instant now) throws IOException {
        String digits = "%06d".formatted(RANDOM.nextInt(1_000_000));
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        write(new Open(hex, fingerprint(hex, digits), now.plus(VALID)));
        return new Code(digits, now.plus(VALID));
    }

    /// True once for the code that is open.
    public synchronized boolean redeem(String text, Instant now) {
        return open().filter(each -> each.until().isAfter(now) && !each.salt().equals(spent))
                .filter(each -> isRight(each, plain(text)))
                .isPresent();
    }

    private boolean isRight(Open open, String digits) {
        boolean right = Tokens.isSame(open.sha256(), fingerprint(open.salt(), digits));
        if (right || isTriedTooOften(open)) {
            spend(open);
        }
        return right;
    }

    private boolean isTriedTooOften(Open open) {
        wrong = tried.equals(open.salt()) ? wrong + 1 : 1;
        tried = open.salt();
        return wrong >= MAX_WRONG;
    }

    private Optional<Open> open() {
        if (file.isEmpty()) {
            return here;
        }
        try {
            return Files.exists(file.get())
                    ? Optional.of(parse(Files.readString(file.get())))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            LOG.error("the pairing code cannot be read; it is void", e);
            return Optional.empty();
        }
    }

    private static Open parse(String text) throws JsonProcessingException {
        JsonNode one = JSON.readTree(text);
        return new Open(
                one.path("salt").asText(),
                one.path("sha256").asText(),
                Instant.parse(one.path("until").asText()));
    }

    /// Written aside and moved, so that a reader finds the old code or the new one.
    private void write(Open open) throws IOException {
        if (file.isEmpty()) {
            here = Optional.of(open);
            return;
        }
        ObjectNode line = JSON.createObjectNode();
        line.put("salt", open.salt()).put("sha256", open.sha256());
        line.put("until", open.until().toString());
        Path folder = file.get().toAbsolutePath().getParent();
        Path aside = Files.createTempFile(folder, "pairing", ".part"); // for its owner only
        Files.writeString(aside, JSON.writeValueAsString(line));
        Files.move(aside, file.get(), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Remembered as well, so that a file that cannot be removed opens nothing.
    private void spend(Open open) {
        spent = open.salt();
        here = Optional.empty();
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            LOG.error("a used pairing code cannot be removed", e);
        }
    }

    private static String fingerprint(String salt, String digits) {
        return Tokens.fingerprint(salt + digits);
    }
}

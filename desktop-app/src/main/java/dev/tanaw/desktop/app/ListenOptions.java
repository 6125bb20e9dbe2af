package dev.tanaw.desktop.app;

import dev.tanaw.stream.access.Tokens;
import dev.tanaw.stream.http.Identity;
import dev.tanaw.stream.http.Outside;
import dev.tanaw.stream.http.StreamServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options for being watched from other machines.
final class ListenOptions {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?<host>[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\]):)?(?<port>[0-9]{1,5})");
    private static final int LARGEST_PORT = 65_535;

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            defaultValue = "${env:TANAW_LISTEN}",
            description =
                    "also for other machines, over TLS and with a credential only; 0.0.0.0 when no host is given")
    private @Nullable String listen;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            defaultValue = "${env:TANAW_CERTIFICATE}",
            description =
                    "PEM file with the certificate and its issuers; without it one is made at the first start")
    private @Nullable Path certificate;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            defaultValue = "${env:TANAW_KEY}",
            description = "PEM file with its key: PKCS #8, not encrypted")
    private @Nullable Path key;

    @Option(
            names = "--known-as",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "${env:TANAW_KNOWN_AS}",
            description = "names by which others reach this machine, beside its own")
    private @Nullable List<String> knownAs;

    /// Empty when others are not to be served. Throws [IllegalArgumentException] for what was
    /// written wrong and [IOException] for what cannot be done, with words for people.
    Optional<Outside> outside(Path data) throws IOException {
        if (listen == null || listen.isBlank()) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(listen);
        if (!address.matches() || Integer.parseInt(address.group("port")) > LARGEST_PORT) {
            throw new IllegalArgumentException(
                    "'%s' is not an address to listen on: [HOST:]PORT, for example 7443"
                            .formatted(listen));
        }
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException(
                    "--certificate and --key belong together, and one is missing");
        }
        String host = Optional.ofNullable(address.group("host")).orElse("0.0.0.0");
        Set<String> names = new LinkedHashSet<>(Outside.names(host));
        names.addAll(Optional.ofNullable(knownAs).orElse(List.of()));
        if (!Tokens.in(TokenCommand.file(data)).letSomebodyRead()) {
            throw new IOException(
                    "Nobody has a credential to read with yet; this makes one: ./tanaw token add supervisor NAME.");
        }
        Identity identity =
                certificate == null || key == null
                        ? Identity.in(data.resolve("tls"), names, InstantSource.system())
                        : Identity.of(certificate, key);
        return Optional.of(
                new Outside(host, Integer.parseInt(address.group("port")), identity, names));
    }

    /// What others have to know to reach the server; nothing when they are not served.
    static void greet(PrintWriter out, StreamServer server) {
        server.outside()
                .ifPresent(outside -> {
                    out.println("Other machines reach it, with a token, at");
                    outside.names().stream()
                            .sorted()
                            .forEach(name ->
                                    out.printf(
                                            "  https://%s:%d/%n", written(name), outside.port()));
                    out.printf(
                            "  certificate until %s, SHA-256 %s%n",
                            LocalDate.ofInstant(outside.identity().ends(), ZoneId.systemDefault()),
                            outside.identity().fingerprint());
                });
    }

    private static String written(String name) {
        return name.contains(":") ? "[" + name + "]" : name;
    }
}

package dev.tanaw.desktop.app;

import dev.tanaw.stream.client.Source;
import dev.tanaw.stream.client.Trust;
import dev.tanaw.stream.follow.Following;
import dev.tanaw.stream.http.StreamConfig;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which stations and hubs a hub follows, as who, and what it calls itself.
final class FollowOptions {
    /// A line that breaks and is back within it is not worth an event.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_NAME = 64;

    @Option(
            names = "--follow",
            paramLabel = "URL",
            arity = "1..*",
            description =
                    "a station or hub whose events are told here, too, like http://host:7070; may be"
                            + " repeated")
    private List<URI> follow = new ArrayList<>();

    @Option(
            names = "--token",
            defaultValue = "${env:TANAW_TOKEN}",
            description =
                    "of a role that reads there; better in TANAW_TOKEN, where no list shows it")
    private @Nullable String token;

    @Option(
            names = "--pin",
            paramLabel = "SHA256",
            description =
                    "the fingerprint of a certificate to trust there, as the station shows it; may be"
                            + " repeated")
    private List<String> pins = new ArrayList<>();

    @Option(names = "--name", description = "of this hub in what it tells of those it follows")
    private @Nullable String name;

    /// Empty when nothing is followed. Throws [IllegalArgumentException] with a sentence about what
    /// cannot be meant.
    Optional<Following> following() {
        if (follow.isEmpty()) {
            return Optional.empty();
        }
        List<Source> sources = follow.stream().map(this::source).toList();
        return Optional.of(
                new Following(
                        sources,
                        Optional.ofNullable(name).orElseGet(FollowOptions::here),
                        PATIENCE));
    }

    private Source source(URI url) {
        Source source = Source.of(url);
        Source trusting =
                pins.isEmpty() ? source : source.trusting(new Trust.Pinned(new HashSet<>(pins)));
        Optional<String> secret = Optional.ofNullable(token).filter(each -> !each.isBlank());
        if (secret.isPresent() && !isSafe(url)) {
            throw new IllegalArgumentException(
                    "the token would cross the network in clear text to %s. Use https://, with --pin for a certificate of its own."
                            .formatted(source.host()));
        }
        return secret.map(trusting::as).orElse(trusting);
    }

    private static boolean isSafe(URI url) {
        return url.getScheme().equals("https") || StreamConfig.isLoopback(url.getHost());
    }

    /// After the machine: hubs that follow each other must not share a name.
    private static String here() {
        String machine;
        try {
            machine = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            machine = "here"; // a machine without a name of its own
        }
        String id = "hub-" + machine.replaceAll("[^A-Za-z0-9_-]", "-");
        return id.substring(0, Math.min(id.length(), LONGEST_NAME));
    }
}

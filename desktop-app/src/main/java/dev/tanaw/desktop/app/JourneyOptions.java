package dev.tanaw.desktop.app;

import dev.tanaw.capture.session.Journey;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a session stops for a person, and whether their face is captured.
final class JourneyOptions {
    /// Switched on by options of their own.
    private static final Set<Journey.Stop> OF_FACE =
            Collections.unmodifiableSet(EnumSet.of(Journey.Stop.FACE, Journey.Stop.MOVEMENT));

    @Option(
            names = "--ask",
            split = ",",
            paramLabel = "WHERE",
            defaultValue = "${env:TANAW_ASK}",
            description =
                    "where a session stops for a person: consent, choice, review, summary, or none; with a window consent,review,summary, without one none")
    private @Nullable List<String> ask;

    @Option(
            names = "--face",
            paramLabel = "on|off",
            defaultValue = "${env:TANAW_FACE}",
            description =
                    "whether the person's face is captured after the document; on where the session asks for consent")
    private @Nullable String face;

    @Option(
            names = "--movement",
            paramLabel = "on|off",
            defaultValue = "${env:TANAW_MOVEMENT:-off}",
            description =
                    "whether the person is asked to turn their head and to blink before the picture of the face (${DEFAULT-VALUE})")
    private String movement = "off";

    /// A face is never captured before the person agreed to it.
    Journey journey(boolean window) {
        Set<Journey.Stop> stops = EnumSet.noneOf(Journey.Stop.class);
        stops.addAll(stops(window));
        boolean consent = stops.contains(Journey.Stop.CONSENT);
        boolean wanted = face == null ? consent : onOff("--face", face);
        if (wanted && !consent) {
            throw new IllegalArgumentException(
                    "--face on: a face is captured only after consent. Add consent to --ask.");
        }
        if (wanted) {
            stops.add(Journey.Stop.FACE);
        } else {
            stops.remove(Journey.Stop.FACE);
        }
        if (onOff("--movement", movement)) {
            if (!wanted) {
                throw new IllegalArgumentException(
                        "--movement on: asked for before the picture of the face, which this station does not take. Add --face on.");
            }
            stops.add(Journey.Stop.MOVEMENT);
        }
        return Journey.of(stops);
    }

    private static boolean onOff(String option, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default ->
                    throw new IllegalArgumentException("%s %s: on or off".formatted(option, value));
        };
    }

    private Set<Journey.Stop> stops(boolean window) {
        if (ask == null) {
            return (window ? Journey.attended() : Journey.unattended()).stops();
        }
        return ask.stream()
                .map(String::strip)
                .filter(stop -> !stop.isEmpty() && !stop.equals("none"))
                .map(JourneyOptions::stop)
                .collect(Collectors.toSet());
    }

    private static Journey.Stop stop(String name) {
        return Arrays.stream(Journey.Stop.values())
                .filter(stop -> !OF_FACE.contains(stop) && stop.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "--ask %s: consent, choice, review, summary or none"
                                        .formatted(name)));
    }
}

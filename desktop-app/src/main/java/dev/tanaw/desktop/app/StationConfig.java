package dev.tanaw.desktop.app;

import dev.tanaw.capture.session.Journey;
import dev.tanaw.stream.http.Outside;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// All settings of a station, checked.
///
/// @param name of the station, in every event; letters, digits, `-` and `_`
/// @param camera `auto`, `replay`, `replay:FOLDER`, `http://…` or the id of a webcam
/// @param faceCamera a second one for faces, named alike; empty where one camera is for everything
/// @param data folder for what the station keeps between starts
/// @param journey where a session stops for a person
/// @param outside where other machines may watch
/// @param durable keep the stream's history over the end of the program
/// @param sessions end after this many completed sessions; 0 for never
/// @param site where the station stands, for people; may be empty
record StationConfig(
        String name,
        String camera,
        String faceCamera,
        String host,
        int port,
        Locale language,
        Path data,
        boolean durable,
        int sessions,
        String site,
        Journey journey,
        Optional<Outside> outside) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    StationConfig alone() {
        return new StationConfig(
                name,
                camera,
                faceCamera,
                host,
                port,
                language,
                data,
                durable,
                sessions,
                site,
                journey,
                Optional.empty());
    }

    StationConfig {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "station name '%s': 1 to 64 letters, digits, - and _".formatted(name));
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port %d: 0 to 65535".formatted(port));
        }
        if (camera.isBlank()) {
            throw new IllegalArgumentException("camera: must not be empty");
        }
        if (!List.of("fil", "tl", "en").contains(language.getLanguage())) {
            throw new IllegalArgumentException(
                    "language '%s': fil or en".formatted(language.toLanguageTag()));
        }
        if (site.length() > 60 || site.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "site '%s': 60 characters at most, on one line".formatted(site));
        }
        if (sessions < 0) {
            throw new IllegalArgumentException("sessions %d: 0 or more".formatted(sessions));
        }
    }
}

package dev.tanaw.desktop.kiosk;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/// What the deployer puts on the window: a name, a colour, a logo.
///
/// @param colour as `#rrggbb`; of what leads on
/// @param logo a picture file, shown at the height of a line
public record Brand(Optional<String> name, Optional<String> colour, Optional<Path> logo) {
    public static final Brand NONE =
            new Brand(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    public Brand {
        colour.filter(given -> !COLOUR.matcher(given).matches())
                .ifPresent(given -> {
                    throw new IllegalArgumentException(
                            "colour '%s': like #0e6f66".formatted(given));
                });
    }

    /// From a properties file with `name`, `colour` and `logo`, the last relative to the file.
    ///
    /// @throws IllegalArgumentException when one of them cannot be used
    public static Brand read(Path file) throws IOException {
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            given.load(reader);
        }
        Optional<Path> logo = text(given, "logo").map(file::resolveSibling);
        if (logo.isPresent() && !isPicture(logo.get())) {
            throw new IllegalArgumentException("logo '%s': no picture".formatted(logo.get()));
        }
        return new Brand(text(given, "name"), text(given, "colour"), logo);
    }

    private static boolean isPicture(Path file) throws IOException {
        return Files.isRegularFile(file) && ImageIO.read(file.toFile()) != null;
    }

    private static Optional<String> text(Properties given, String key) {
        return Optional.ofNullable(given.getProperty(key))
                .map(String::strip)
                .filter(t -> !t.isEmpty());
    }

    /// What is written on it: black or white, whichever is read better.
    Optional<String> tokens() {
        return colour.map(given ->
                "-brand: %s; -on-brand: %s; -brand-hover: derive(%s, 15%%);"
                        .formatted(
                                given, Luminance.of(given) > 0.18 ? "#000000" : "#ffffff", given));
    }
}

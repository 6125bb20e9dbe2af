package dev.tanaw.desktop.site;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// Where a station keeps its site's profile: `site-profile.json` in the data folder, for its owner
/// only.
public final class ProfileFile {
    private static final String NAME = "site-profile.json";

    private ProfileFile() {}

    /// What is there.
    public sealed interface Found {}

    /// Nothing was measured here.
    public record None() implements Found {}

    /// @param why in words
    public record Damaged(Path file, String why) implements Found {}

    public record Kept(SiteProfile profile) implements Found {}

    public static Path in(Path data) {
        return data.resolve(NAME);
    }

    public static Found read(Path data) {
        Path file = in(data);
        try {
            return new Kept(ProfileJson.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException _) {
            return new None();
        } catch (IOException | IllegalArgumentException e) {
            return new Damaged(file, Objects.requireNonNullElse(e.getMessage(), "no reason given"));
        }
    }

    /// Written aside and moved: whoever reads finds the old one or the new one, whole.
    public static Path write(SiteProfile profile, Path data) throws IOException {
        Path aside = Files.createTempFile(data, "site-profile", ".part"); // for its owner only
        try {
            Files.writeString(aside, ProfileJson.of(profile), StandardCharsets.UTF_8);
            try (FileChannel written = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            return Files.move(
                    aside,
                    in(data),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}

package dev.tanaw.desktop.site;

import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.quality.Gates;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a station makes of the profile of its site. Whatever is wrong with it, the station works.
public final class Site {
    /// Lamps are replaced and cameras knocked: after half a year it is time to look again.
    static final Duration VALID = Duration.ofDays(180);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final ProfileFile.Found found;
    private final String camera;

    private Site(ProfileFile.Found found, String camera) {
        this.found = found;
        this.camera = camera;
    }

    public static Site of(Path data, CameraSource source) {
        return new Site(ProfileFile.read(data), source.id());
    }

    /// The limits, and which way to move what is not sharp where that was measured of this camera.
    public Gates gates() {
        return own().map(profile -> Gates.standard().sharpIn(profile.sharp()))
                .orElseGet(Gates::standard);
    }

    private Optional<SiteProfile> own() {
        return found instanceof ProfileFile.Kept(SiteProfile profile)
                        && profile.camera().id().equals(camera)
                ? Optional.of(profile)
                : Optional.empty();
    }

    /// What to say at the start.
    public List<String> words(Instant now) {
        return switch (found) {
            case ProfileFile.None _ -> List.of();
            case ProfileFile.Damaged(Path file, String why) ->
                    List.of(
                            "SITE-01: the site's profile %s cannot be used: %s. The station goes on without it; ./tanaw calibrate makes a new one."
                                    .formatted(file, why));
            case ProfileFile.Kept(SiteProfile profile) -> words(profile, now);
        };
    }

    private List<String> words(SiteProfile profile, Instant now) {
        String calibrated =
                "Calibrated for %s on %s."
                        .formatted(profile.camera().name(), DAY.format(profile.at()));
        if (own().isEmpty()) {
            return List.of(
                    calibrated,
                    "SITE-02: this station now uses another camera (%s). The profile is left out; run ./tanaw calibrate."
                            .formatted(camera));
        }
        if (Duration.between(profile.at(), now).compareTo(VALID) > 0) {
            return List.of(
                    calibrated,
                    "SITE-03: that is more than %d days ago. Run ./tanaw calibrate again."
                            .formatted(VALID.toDays()));
        }
        return List.of(calibrated);
    }

    /// What to say when the camera's pictures come.
    public Optional<String> words(int width, int height) {
        return own().map(SiteProfile::camera)
                .filter(lens -> lens.width() != width || lens.height() != height)
                .map(lens ->
                        "SITE-02: the camera gives %dx%d, it was calibrated at %s: \"closer\" and \"farther\" may be wrong where a picture is not sharp. Run ./tanaw calibrate."
                                .formatted(width, height, lens.format()));
    }
}

package dev.tanaw.desktop.site;

import dev.tanaw.capture.quality.FocusRange;
import dev.tanaw.capture.site.CardLook;
import dev.tanaw.capture.site.RoomLight;
import java.time.Instant;

/// What was measured of one camera at one place.
///
/// @param program version of the program that measured
public record SiteProfile(
        Lens camera, RoomLight.Measured room, CardLook.Measured card, Instant at, String program) {

    /// The camera, and what it really delivered.
    ///
    /// @param id see [dev.tanaw.capture.camera.CameraSource#id]
    /// @param framesPerSecond as they came
    public record Lens(
            String id,
            String name,
            boolean demonstration,
            int width,
            int height,
            double framesPerSecond) {
        public Lens {
            if (width < 1 || height < 1 || !(framesPerSecond > 0)) {
                throw new IllegalArgumentException(
                        "camera %s: %dx%d at %s".formatted(id, width, height, framesPerSecond));
            }
        }

        String format() {
            return "%dx%d".formatted(width, height);
        }
    }

    public FocusRange sharp() {
        return card.sharp();
    }
}

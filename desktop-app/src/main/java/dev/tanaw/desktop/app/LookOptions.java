package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.session.Journey;
import dev.tanaw.desktop.kiosk.Appearance;
import dev.tanaw.desktop.kiosk.Brand;
import dev.tanaw.desktop.kiosk.KioskOptions;
import dev.tanaw.desktop.kiosk.Motion;
import dev.tanaw.desktop.kiosk.Pin;
import dev.tanaw.desktop.kiosk.PulseListener;
import dev.tanaw.desktop.kiosk.TextSize;
import dev.tanaw.desktop.kiosk.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of the window.
final class LookOptions {
    @Option(names = "--full-screen", description = "kiosk mode")
    private boolean fullScreen;

    @Option(
            names = "--theme",
            defaultValue = "${env:TANAW_THEME:-dark}",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Theme theme = Theme.DARK;

    @Option(
            names = "--text",
            defaultValue = "${env:TANAW_TEXT:-normal}",
            description =
                    "size of the text: ${COMPLETION-CANDIDATES}, up to 200 % (${DEFAULT-VALUE})")
    private TextSize text = TextSize.NORMAL;

    @Option(
            names = "--motion",
            defaultValue = "${env:TANAW_MOTION:-full}",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Motion motion = Motion.FULL;

    @Option(
            names = "--brand",
            defaultValue = "${env:TANAW_BRAND}",
            description = "file with name, colour and logo of who runs the station")
    private @Nullable Path brand;

    static Path pinFile(Path data) {
        return data.resolve("operator-pin");
    }

    KioskOptions of(StationConfig config, boolean drawn, PulseListener pulses) throws StartFailure {
        return new KioskOptions(
                fullScreen,
                config.language(),
                drawn,
                pulses,
                new Appearance(theme, text, motion),
                brand(),
                pin(config.data()),
                config.journey().stopsAt(Journey.Stop.FACE));
    }

    KioskOptions of(StationConfig config, CameraSource source, PulseListener pulses)
            throws StartFailure {
        return of(config, source.demonstration(), pulses);
    }

    /// For a window without a station: what cannot be read is left out.
    KioskOptions plain(Locale language) {
        return new KioskOptions(fullScreen, language, false)
                .looking(new Appearance(theme, text, motion));
    }

    private Brand brand() throws StartFailure {
        if (brand == null) {
            return Brand.NONE;
        }
        try {
            return Brand.read(brand);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(
                    "BRAND-01: the brand file %s cannot be used: %s. Correct it, or start without --brand."
                            .formatted(brand, e.getMessage()),
                    e);
        }
    }

    private static Optional<Pin> pin(Path data) throws StartFailure {
        Path file = pinFile(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pin.parse(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(
                    "PIN-01: the operator's PIN in %s cannot be read. Set it again with ./tanaw pin."
                            .formatted(file),
                    e);
        }
    }
}

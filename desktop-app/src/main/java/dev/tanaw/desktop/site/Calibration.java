package dev.tanaw.desktop.site;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.site.CardLook;
import dev.tanaw.capture.site.RoomLight;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Measures a site: first the empty desk, then a card that somebody moves nearer and farther. All
/// on the thread that calls; time is that of the frames.
public final class Calibration {
    /// Cameras take about a second to set their exposure.
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private static final Duration DESK = Duration.ofSeconds(2);
    private static final Duration SAID_EVERY = Duration.ofSeconds(1);

    private final CameraSource source;
    private final Patience patience;
    private final Technician technician;
    private final Consumer<String> out;
    private final Gates gates = Gates.standard();
    private final Advice advice = new Advice(gates);

    /// How long is waited.
    ///
    /// @param card until a card is seen
    /// @param moving while it is moved nearer and farther
    public record Patience(Duration card, Duration moving) {
        public Patience {
            if (!card.isPositive() || !moving.isPositive()) {
                throw new IllegalArgumentException(
                        "%s for a card, %s while it moves".formatted(card, moving));
            }
        }
    }

    /// Who clears the desk and holds the card. Returns when it is so, or at once where nobody can
    /// be asked.
    public interface Technician {
        void clearDesk() throws IOException;

        void bringCard() throws IOException;
    }

    public Calibration(
            CameraSource source, Patience patience, Technician technician, Consumer<String> out) {
        this.source = source;
        this.patience = patience;
        this.technician = technician;
        this.out = out;
    }

    /// @param program version of this program
    /// @return empty when no card was seen in time; what was measured until then has been said
    /// @throws CameraException when the camera does not open or goes away
    public Optional<SiteProfile> run(Clock wall, String program)
            throws CameraException, InterruptedException, IOException {
        try (FramePool pool = new FramePool();
                Camera camera = source.opening().open()) {
            technician.clearDesk();
            out.accept("The empty desk:");
            Desk desk = desk(camera, pool);
            advice.on(desk.lens()).forEach(this::say);
            advice.on(desk.room()).forEach(this::say);
            technician.bringCard();
            out.accept("The card:");
            Optional<CardLook.Measured> card = card(camera, pool);
            card.ifPresent(seen -> advice.on(seen, desk.lens()).forEach(this::say));
            return card.map(seen ->
                    new SiteProfile(desk.lens(), desk.room(), seen, wall.instant(), program));
        }
    }

    private void say(Finding finding) {
        out.accept(finding.line());
    }

    private record Desk(SiteProfile.Lens lens, RoomLight.Measured room) {}

    private Desk desk(Camera camera, FramePool pool) throws CameraException, InterruptedException {
        long began = settled(camera, pool);
        long last = began;
        int width = 0;
        int height = 0;
        int frames = 0;
        try (RoomLight light = new RoomLight()) {
            while (last - began < DESK.toNanos()) {
                try (Frame frame = camera.read(pool)) {
                    light.add(frame.pixels());
                    last = frame.takenNanos();
                    width = frame.width();
                    height = frame.height();
                    frames++;
                }
            }
            double rate = frames * 1e9 / (last - began);
            return new Desk(
                    new SiteProfile.Lens(
                            source.id(),
                            source.name(),
                            source.demonstration(),
                            width,
                            height,
                            rate),
                    light.measured());
        }
    }

    /// Passes over the frames of the time that a camera needs to get used to the light.
    ///
    /// @return when the last of them was taken
    private static long settled(Camera camera, FramePool pool)
            throws CameraException, InterruptedException {
        long first;
        try (Frame frame = camera.read(pool)) {
            first = frame.takenNanos();
        }
        while (true) {
            try (Frame frame = camera.read(pool)) {
                if (frame.takenNanos() - first >= SETTLING.toNanos()) {
                    return frame.takenNanos();
                }
            }
        }
    }

    private Optional<CardLook.Measured> card(Camera camera, FramePool pool)
            throws CameraException, InterruptedException {
        try (CardLook look = new CardLook(gates)) {
            Progress progress = new Progress();
            while (!progress.over()) {
                try (Frame frame = camera.read(pool)) {
                    progress.saw(look.look(frame.pixels()), look, frame.takenNanos());
                }
            }
            return look.measured();
        }
    }

    /// How long it has gone on, and what was said last.
    private final class Progress {
        private Optional<Long> began = Optional.empty();
        private Optional<Long> seen = Optional.empty();
        private long said;
        private long now;

        void saw(CardLook.Seen what, CardLook look, long nanos) {
            now = nanos;
            if (began.isEmpty()) {
                began = Optional.of(nanos);
                said = nanos - SAID_EVERY.toNanos();
            }
            if (what == CardLook.Seen.CARD && seen.isEmpty()) {
                seen = Optional.of(nanos);
                out.accept("  Move it slowly nearer and farther, until the picture is blurred.");
            }
            if (nanos - said >= SAID_EVERY.toNanos()) {
                said = nanos;
                out.accept("  " + words(what, look));
            }
        }

        boolean over() {
            return (past(began, patience.card()) && seen.isEmpty())
                    || past(seen, patience.moving());
        }

        private boolean past(Optional<Long> since, Duration limit) {
            return since.isPresent() && now - since.get() >= limit.toNanos();
        }
    }

    private static String words(CardLook.Seen seen, CardLook look) {
        return switch (seen) {
            case NOTHING -> "… no card is seen";
            case OTHER_SIZE -> "… that has not the size of a card (85.60 × 53.98 mm)";
            case AWRY -> "… hold it straight and wholly in the picture";
            case CARD ->
                    look.newest()
                            .map(card ->
                                    String.format(
                                            Locale.ROOT,
                                            "… %.0f pixels wide, %.0f dpi, sharpness %.2f",
                                            card.width(),
                                            card.dpi(),
                                            card.sharpness()))
                            .orElse("…");
        };
    }
}

package dev.tanaw.desktop.site;

import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.quality.FocusRange;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Limit;
import dev.tanaw.capture.quality.Subject;
import dev.tanaw.capture.site.CardLook;
import dev.tanaw.capture.site.RoomLight;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What a technician should make of what was measured. Where a number is not a gate's own limit its
/// basis stands beside it; those marked as starting values were not taken from sites.
final class Advice {
    /// A movement must cancel a countdown within 50 ms of the frame that shows it: slower cameras
    /// show it too late.
    private static final double LEAST_FRAMES = 20;

    /// In a darker or brighter picture no document is found.
    private static final Limit ROOM = new Limit(0.10, 0.97, 0);

    /// A starting value.
    private static final double LEAST_EVENNESS = 0.5;

    /// Half of the flicker that a still document was tried with: 8 of about 100 grey levels.
    private static final double MOST_FLICKER = 0.04;

    /// Kept from the limits of the light gate, for a hand's shadow and a white document.
    private static final double SPARE_LIGHT = 0.05;

    /// Of ID-1 documents: bar codes need about 225 dpi.
    private static final double BAR_CODE_DPI = 225;

    /// A tenth more light: a starting value.
    private static final double LEAST_HEADROOM = 0.15;

    private final Gates gates;

    Advice(Gates gates) {
        this.gates = gates;
    }

    List<Finding> on(SiteProfile.Lens lens) {
        String value =
                String.format(
                        Locale.ROOT,
                        "%s, %.1f frames a second",
                        lens.format(),
                        lens.framesPerSecond());
        return List.of(
                lens.framesPerSecond() >= LEAST_FRAMES
                        ? Finding.well("camera", value)
                        : new Finding(
                                "camera",
                                value,
                                String.format(
                                        Locale.ROOT,
                                        "slow: wanted %.0f or more; more light, another USB port, or another camera",
                                        LEAST_FRAMES)));
    }

    List<Finding> on(RoomLight.Measured room) {
        return List.of(
                level(room.level()),
                room.evenness() >= LEAST_EVENNESS
                        ? Finding.well("evenness", share(room.evenness()))
                        : new Finding(
                                "evenness",
                                share(room.evenness()),
                                String.format(
                                        Locale.ROOT,
                                        "uneven: the darkest part of the desk has less than %.2f of the brightest; move the lamp or add one, or use a plain desk",
                                        LEAST_EVENNESS)),
                steady("flicker", room.flicker(), "the picture gets brighter and darker"),
                steady("banding", room.banding(), "stripes run through the picture"));
    }

    private static Finding level(double level) {
        String value = String.format(Locale.ROOT, "%.2f of the scale, on the empty desk", level);
        if (ROOM.allows(level)) {
            return Finding.well("light", value);
        }
        return new Finding(
                "light",
                value,
                level < ROOM.low()
                        ? String.format(
                                Locale.ROOT,
                                "too dark: %.2f, wanted %.2f to %.2f; add a lamp, uncover the lens",
                                level,
                                ROOM.low(),
                                ROOM.high())
                        : String.format(
                                Locale.ROOT,
                                "too bright: %.2f, wanted %.2f to %.2f; turn the lamp away",
                                level,
                                ROOM.low(),
                                ROOM.high()));
    }

    private static Finding steady(String what, double share, String seen) {
        String value = String.format(Locale.ROOT, "%.1f %%", share * 100);
        return share <= MOST_FLICKER
                ? Finding.well(what, value)
                : new Finding(
                        what,
                        value,
                        String.format(
                                Locale.ROOT,
                                "%s: wanted %.0f %% or less; set the camera to the mains frequency (50 or 60 Hz), or use a lamp that does not flicker",
                                seen,
                                MOST_FLICKER * 100));
    }

    List<Finding> on(CardLook.Measured card, SiteProfile.Lens lens) {
        return List.of(
                focus(card), distance(card, lens), resolution(card), light(card), headroom(card));
    }

    private Finding focus(CardLook.Measured card) {
        double limit = gates.limit(Subject.DOCUMENT, Gate.FOCUS).low();
        String value =
                String.format(
                        Locale.ROOT,
                        "%.2f at best, where a card is %.0f pixels wide",
                        card.bestFocus(),
                        card.bestWidth());
        return card.bestFocus() >= limit
                ? Finding.well("sharpness", value)
                : new Finding(
                        "sharpness",
                        value,
                        String.format(
                                Locale.ROOT,
                                "not sharp at any distance: %.2f, wanted %.2f or more; clean the lens, set its focus, try farther and nearer",
                                card.bestFocus(),
                                limit));
    }

    private static String sharp(FocusRange range) {
        if (range.equals(FocusRange.UNKNOWN)) {
            return "wherever it was held";
        }
        return "%s to %s dpi".formatted(end(range.from()), end(range.to()));
    }

    private static String end(OptionalDouble dpi) {
        return dpi.isPresent()
                ? String.format(Locale.ROOT, "%.0f", dpi.getAsDouble())
                : "any number of";
    }

    /// A card that is held where it is sharp must fill the picture as the gate wants it.
    private Finding distance(CardLook.Measured card, SiteProfile.Lens lens) {
        Limit size = gates.limit(Subject.DOCUMENT, Gate.SIZE);
        double share = card.bestWidth() / lens.width();
        String value =
                String.format(
                        Locale.ROOT,
                        "best at %.0f %% of the picture's width; sharp at %s",
                        share * 100,
                        sharp(card.sharp()));
        double most =
                card.sharp().to().orElse(Double.MAX_VALUE) * DocumentShape.ID1.widthMm() / 25.4;
        return most >= size.low() * lens.width()
                ? Finding.well("distance", value)
                : new Finding(
                        "distance",
                        value,
                        String.format(
                                Locale.ROOT,
                                "a card must fill %.0f %% of the picture, and is not sharp so near; use a lens that focuses nearer",
                                size.low() * 100));
    }

    private Finding resolution(CardLook.Measured card) {
        double least = gates.limit(Subject.DOCUMENT, Gate.RESOLUTION).low();
        double dpi = card.bestDpi();
        String value =
                String.format(
                        Locale.ROOT,
                        "%.0f dpi on a card where it is sharpest, %.0f at the nearest",
                        dpi,
                        card.nearestWidth() / (DocumentShape.ID1.widthMm() / 25.4));
        if (dpi >= BAR_CODE_DPI) {
            return Finding.well("resolution", value);
        }
        return new Finding(
                "resolution",
                value,
                dpi >= least
                        ? String.format(
                                Locale.ROOT,
                                "enough for machine readable zones, little for bar codes, which want %.0f; mount the camera nearer",
                                BAR_CODE_DPI)
                        : String.format(
                                Locale.ROOT,
                                "too coarse: wanted %.0f or more; mount the camera nearer, or use one with more pixels",
                                least));
    }

    private Finding light(CardLook.Measured card) {
        Limit limit = gates.limit(Subject.DOCUMENT, Gate.LIGHT);
        double low = limit.low() + SPARE_LIGHT;
        double high = limit.high() - SPARE_LIGHT;
        String value = String.format(Locale.ROOT, "%.2f of the scale, on the card", card.light());
        if (card.light() >= low && card.light() <= high) {
            return Finding.well("card's light", value);
        }
        return new Finding(
                "card's light",
                value,
                card.light() < low
                        ? String.format(
                                Locale.ROOT,
                                "too dark: %.2f, wanted %.2f to %.2f; add a lamp",
                                card.light(),
                                low,
                                high)
                        : String.format(
                                Locale.ROOT,
                                "too bright: %.2f, wanted %.2f to %.2f; turn the lamp away, lower the exposure",
                                card.light(),
                                low,
                                high));
    }

    private Finding headroom(CardLook.Measured card) {
        double most = gates.limit(Subject.DOCUMENT, Gate.GLARE).high();
        String value =
                String.format(
                        Locale.ROOT,
                        "%.2f stops above the card's white, %.1f %% of it clipped",
                        card.headroom(),
                        card.glare() * 100);
        return card.headroom() >= LEAST_HEADROOM && card.glare() <= most
                ? Finding.well("headroom", value)
                : new Finding(
                        "headroom",
                        value,
                        String.format(
                                Locale.ROOT,
                                "no reserve: wanted %.2f stops and %.1f %% clipped at most; lower the exposure, or turn lamps that mirror away",
                                LEAST_HEADROOM,
                                most * 100));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

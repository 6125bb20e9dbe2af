package dev.tanaw.desktop.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.quality.FocusRange;
import dev.tanaw.capture.site.CardLook;
import dev.tanaw.capture.site.RoomLight;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalDouble;

/// A profile as it is written, version 1. Every number has its unit in its name.
final class ProfileJson {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProfileJson() {}

    static String of(SiteProfile profile) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("at", profile.at().toString());
        root.put("program", profile.program());
        SiteProfile.Lens lens = profile.camera();
        root.putObject("camera")
                .put("id", lens.id())
                .put("name", lens.name())
                .put("demonstration", lens.demonstration())
                .put("width_px", lens.width())
                .put("height_px", lens.height())
                .put("frames_per_second", rounded(lens.framesPerSecond()));
        RoomLight.Measured room = profile.room();
        root.putObject("room")
                .put("frames", room.frames())
                .put("level_share", rounded(room.level()))
                .put("evenness_share", rounded(room.evenness()))
                .put("flicker_share", rounded(room.flicker()))
                .put("banding_share", rounded(room.banding()));
        CardLook.Measured card = profile.card();
        ObjectNode seen =
                root.putObject("card")
                        .put("frames", card.frames())
                        .put("best_width_px", rounded(card.bestWidth()))
                        .put("best_dpi", rounded(card.bestDpi()))
                        .put("best_focus_ratio", rounded(card.bestFocus()))
                        .put("nearest_width_px", rounded(card.nearestWidth()))
                        .put("light_share", rounded(card.light()))
                        .put("glare_share", rounded(card.glare()))
                        .put("headroom_stops", rounded(card.headroom()));
        card.sharp().from().ifPresent(dpi -> seen.put("sharp_from_dpi", rounded(dpi)));
        card.sharp().to().ifPresent(dpi -> seen.put("sharp_to_dpi", rounded(dpi)));
        return root.toPrettyString();
    }

    /// Finer than anything that was measured.
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }

    /// @throws IllegalArgumentException saying what is wrong with it
    static SiteProfile parse(String written) {
        JsonNode root;
        try {
            root = JSON.readTree(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not JSON", e);
        }
        if (root.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException(
                    "its version is %s, not %d".formatted(root.path("version"), VERSION));
        }
        JsonNode camera = root.path("camera");
        JsonNode room = root.path("room");
        JsonNode card = root.path("card");
        return new SiteProfile(
                new SiteProfile.Lens(
                        text(camera, "id"),
                        text(camera, "name"),
                        camera.path("demonstration").asBoolean(),
                        (int) number(camera, "width_px"),
                        (int) number(camera, "height_px"),
                        number(camera, "frames_per_second")),
                new RoomLight.Measured(
                        (int) number(room, "frames"),
                        number(room, "level_share"),
                        number(room, "evenness_share"),
                        number(room, "flicker_share"),
                        number(room, "banding_share")),
                new CardLook.Measured(
                        (int) number(card, "frames"),
                        number(card, "best_width_px"),
                        number(card, "best_focus_ratio"),
                        new FocusRange(
                                perhaps(card, "sharp_from_dpi"), perhaps(card, "sharp_to_dpi")),
                        number(card, "nearest_width_px"),
                        number(card, "light_share"),
                        number(card, "glare_share"),
                        number(card, "headroom_stops")),
                time(text(root, "at")),
                text(root, "program"));
    }

    private static Instant time(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its time is '%s'".formatted(written), e);
        }
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node.path(name).asText();
    }

    private static double number(JsonNode node, String name) {
        return perhaps(node, name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private static OptionalDouble perhaps(JsonNode node, String name) {
        return node.path(name).isNumber()
                ? OptionalDouble.of(node.path(name).asDouble())
                : OptionalDouble.empty();
    }
}

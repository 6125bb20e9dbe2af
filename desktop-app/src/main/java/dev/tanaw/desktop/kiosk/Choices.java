package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Phase;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be chosen on a screen: the same for the finger and for the keys.
///
/// @param main what Enter does; empty where there is nothing to decide
/// @param cancel what Esc does
/// @param others the rest
record Choices(Optional<Choice> main, Optional<Choice> cancel, List<Choice> others) {

    /// @param key of its text
    /// @param needsCamera whether it is off while the camera is stalled
    record Choice(String key, boolean needsCamera, Consumer<KioskActions> act) {}

    private static final Choice CANCEL = new Choice("action.cancel", false, KioskActions::cancel);
    private static final Choice SKIP_BACK =
            new Choice("action.skip_back", false, KioskActions::skipBack);

    static Choices on(Screen screen) {
        return switch (screen) {
            case Attract _ -> only(new Choice("action.begin", false, KioskActions::begin));
            case CameraLost lost ->
                    new Choices(
                            Optional.empty(),
                            lost.serving() ? Optional.of(CANCEL) : Optional.empty(),
                            List.of());
            case Live live -> live(live);
            case Reading _ -> new Choices(Optional.empty(), Optional.of(CANCEL), List.of());
            case Confirm confirm ->
                    new Choices(
                            Optional.of(new Choice("action.confirm", false, KioskActions::confirm)),
                            Optional.of(CANCEL),
                            List.of(
                                    new Choice(
                                            "action.retake",
                                            false,
                                            actions -> actions.retake(confirm.side()))));
            case Flip _ -> new Choices(Optional.empty(), Optional.of(CANCEL), List.of(SKIP_BACK));
            case Done _ -> only(new Choice("action.next", false, KioskActions::begin));
        };
    }

    private static Choices live(Live live) {
        boolean counting = live.phase() instanceof Phase.Countdown;
        Optional<Choice> shoot =
                live.shutter() && !counting
                        ? Optional.of(new Choice("action.shoot", true, KioskActions::shootNow))
                        : Optional.empty();
        return new Choices(
                shoot,
                Optional.of(CANCEL),
                live.side() == Side.BACK ? List.of(SKIP_BACK) : List.of());
    }

    private static Choices only(Choice main) {
        return new Choices(Optional.of(main), Optional.empty(), List.of());
    }

    /// Those two offer the same to the eye.
    List<String> keys() {
        return java.util.stream.Stream.of(cancel.stream(), others.stream(), main.stream())
                .flatMap(choices -> choices)
                .map(Choice::key)
                .toList();
    }
}

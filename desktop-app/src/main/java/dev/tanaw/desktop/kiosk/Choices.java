package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.Attract;
import dev.tanaw.desktop.kiosk.Screen.CameraLost;
import dev.tanaw.desktop.kiosk.Screen.Choosing;
import dev.tanaw.desktop.kiosk.Screen.Confirm;
import dev.tanaw.desktop.kiosk.Screen.Consent;
import dev.tanaw.desktop.kiosk.Screen.Done;
import dev.tanaw.desktop.kiosk.Screen.Edit;
import dev.tanaw.desktop.kiosk.Screen.Flip;
import dev.tanaw.desktop.kiosk.Screen.Help;
import dev.tanaw.desktop.kiosk.Screen.Idle;
import dev.tanaw.desktop.kiosk.Screen.Interrupted;
import dev.tanaw.desktop.kiosk.Screen.Live;
import dev.tanaw.desktop.kiosk.Screen.Locked;
import dev.tanaw.desktop.kiosk.Screen.Operator;
import dev.tanaw.desktop.kiosk.Screen.Overrule;
import dev.tanaw.desktop.kiosk.Screen.Phase;
import dev.tanaw.desktop.kiosk.Screen.Reading;
import dev.tanaw.desktop.kiosk.Screen.Refused;
import dev.tanaw.desktop.kiosk.Screen.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What can be chosen on a screen: the same for the finger and for the keys.
///
/// @param main what Enter does; empty where there is nothing to decide
/// @param cancel what Esc does
/// @param others the rest
record Choices(Optional<Choice> main, Optional<Choice> cancel, List<Choice> others) {

    /// @param key of its text
    /// @param needsCamera whether it is off while the camera is stalled
    record Choice(String key, boolean needsCamera, Consumer<Ways> act) {}

    private static final Choice CANCEL = asking("action.cancel", KioskActions::cancel);
    private static final Choice SKIP_BACK = asking("action.skip_back", KioskActions::skipBack);
    private static final Choice HELP = asking("action.help", KioskActions::callHelp);
    private static final Choice BACK = showing("action.back", Ways.Window::close);

    private static Choice asking(String key, Consumer<KioskActions> act) {
        return new Choice(key, false, ways -> act.accept(ways.actions()));
    }

    private static Choice showing(String key, Consumer<Ways.Window> act) {
        return new Choice(key, false, ways -> act.accept(ways.window()));
    }

    static Choices on(Screen screen) {
        return switch (screen) {
            case Attract _ -> only(asking("action.begin", KioskActions::begin));
            case CameraLost lost ->
                    new Choices(
                            Optional.empty(),
                            lost.serving() ? Optional.of(CANCEL) : Optional.empty(),
                            lost.serving() ? List.of(HELP) : List.of());
            case Refused _ ->
                    new Choices(
                            Optional.of(asking("action.retry", KioskActions::begin)),
                            Optional.of(showing("action.exit", Ways.Window::exit)),
                            List.of());
            // The reasons for not going on are a press each.
            case Interrupted _ ->
                    new Choices(
                            Optional.of(asking("action.resume", KioskActions::resume)),
                            Optional.empty(),
                            List.of(asking("action.begin_anew", KioskActions::begin)));
            case Idle _ ->
                    new Choices(
                            Optional.of(asking("action.stay", KioskActions::stay)),
                            Optional.of(CANCEL),
                            List.of());
            case Locked _ ->
                    new Choices(
                            Optional.of(showing("action.unlock", Ways.Window::unlock)),
                            Optional.of(BACK),
                            List.of());
            case Operator _ ->
                    new Choices(
                            Optional.of(showing("action.close", Ways.Window::close)),
                            Optional.empty(),
                            List.of(showing("action.exit", Ways.Window::exit)));
            // Two equals: neither is the one that Enter means.
            case Consent _ ->
                    new Choices(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(
                                    asking("action.decline", KioskActions::decline),
                                    asking("action.agree", KioskActions::agree)));
            case Choosing _ -> new Choices(Optional.empty(), Optional.of(CANCEL), List.of());
            case Live live -> live(live);
            case Reading _ -> new Choices(Optional.empty(), Optional.of(CANCEL), List.of());
            case Confirm confirm ->
                    new Choices(
                            Optional.of(goOn(confirm.findings(), "action.confirm")),
                            Optional.of(CANCEL),
                            confirming(confirm));
            case Edit _ -> new Choices(Optional.empty(), Optional.of(BACK), List.of());
            case Overrule overrule ->
                    new Choices(Optional.empty(), Optional.of(BACK), overruling(overrule));
            case Flip _ -> new Choices(Optional.empty(), Optional.of(CANCEL), List.of(SKIP_BACK));
            case Summary summary ->
                    new Choices(
                            Optional.of(goOn(summary.findings(), "action.finish")),
                            Optional.of(CANCEL),
                            summary.findings().taken().stream()
                                    .sorted()
                                    .map(side ->
                                            asking(
                                                    "action.retake_"
                                                            + side.name().toLowerCase(Locale.ROOT),
                                                    actions -> actions.retake(side)))
                                    .toList());
            case Done _ -> only(asking("action.next", KioskActions::begin));
        };
    }

    /// What is wrong with a document is put right or taken upon oneself before it goes on.
    private static Choice goOn(Findings findings, String key) {
        return findings.blocking().isEmpty()
                ? asking(key, KioskActions::confirm)
                : showing("action.overrule", window -> window.open(new Sheet.Overruling()));
    }

    /// Nobody is asked who is not there, and nobody twice.
    private static List<Choice> overruling(Overrule overrule) {
        Choice refer = asking("action.refer", KioskActions::refer);
        return overrule.watched() && !overrule.findings().waitsForApproval()
                ? List.of(refer, asking("action.ask_approval", KioskActions::askApproval))
                : List.of(refer);
    }

    private static List<Choice> confirming(Confirm confirm) {
        Choice retake = asking("action.retake", actions -> actions.retake(confirm.side()));
        return confirm.findings().notices().contains(Trouble.MANY_RETAKES)
                ? List.of(HELP, retake)
                : List.of(retake);
    }

    private static Choices live(Live live) {
        boolean counting = live.phase() instanceof Phase.Countdown;
        boolean shutter = live.help().compareTo(Help.SHUTTER) >= 0;
        Optional<Choice> shoot =
                shutter && !counting && !live.sight().instruction().isMovement()
                        ? Optional.of(
                                new Choice("action.shoot", true, ways -> ways.actions().shootNow()))
                        : Optional.empty();
        List<Choice> others = new ArrayList<>();
        if (live.help() == Help.CHOICES) {
            others.add(HELP);
        }
        if (live.side() == Side.BACK) {
            others.add(SKIP_BACK);
        }
        return new Choices(shoot, Optional.of(CANCEL), List.copyOf(others));
    }

    private static Choices only(Choice main) {
        return new Choices(Optional.of(main), Optional.empty(), List.of());
    }

    /// Those two offer the same to the eye.
    List<String> keys() {
        return Stream.of(cancel.stream(), others.stream(), main.stream())
                .flatMap(choices -> choices)
                .map(Choice::key)
                .toList();
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.kiosk.Screen.Operator;
import dev.tanaw.desktop.kiosk.Screen.Outage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What an operator wants to know and to set. Counts only, nothing of any person.
final class OperatorView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final VBox outcomes = section();
    private final VBox rejects = section();
    private final VBox camera = section();
    private final FlowPane settings = new FlowPane();
    private final FlowPane pairing = new FlowPane();
    private final FlowPane faceReasons = new FlowPane();
    private final VBox face;
    private final VBox all;
    private Optional<Operator> shown = Optional.empty();

    /// Why a session goes on without a picture of the face.
    private static final List<OverrideReason> FACE_REASONS =
            List.of(OverrideReason.FACE_EXEMPT, OverrideReason.COMPARED_BY_EYE);

    OperatorView(Kit kit) {
        this.kit = kit;
        faceReasons.getStyleClass().add("equals");
        FACE_REASONS.forEach(reason -> faceReasons.getChildren().add(without(reason)));
        face = titled("operator.face", faceReasons);
        bar = new ActionBar(kit);
        settings.getStyleClass().add("equals");
        pairing.getStyleClass().add("equals");
        FlowPane columns =
                new FlowPane(
                        titled("operator.sessions", outcomes),
                        titled("operator.rejects", rejects),
                        titled("operator.camera", camera));
        columns.getStyleClass().add("columns");
        all =
                new VBox(
                        columns,
                        titled("operator.settings", settings),
                        titled("operator.pairing", pairing));
        all.getStyleClass().add("operator");
        setCenter(new Middle(Middle.text("headline", kit.texts().text("operator.title")), all));
        setBottom(bar);
    }

    void show(Operator operator) {
        if (shown.equals(Optional.of(operator))) {
            return;
        }
        shown = Optional.of(operator);
        all.getChildren().remove(face);
        if (operator.face()) {
            all.getChildren().addFirst(face);
        }
        Tally tally = operator.tally();
        outcomes.getChildren().clear();
        for (Outcome outcome : Outcome.values()) {
            count(
                    outcomes,
                    "operator.outcome." + lower(outcome),
                    tally.outcomes().getOrDefault(outcome, 0));
        }
        count(outcomes, "operator.overrides", tally.overrides());
        count(outcomes, "operator.typed", tally.typed());
        rejects.getChildren().clear();
        if (tally.rejects().isEmpty()) {
            rejects.getChildren().add(line(kit.texts().text("operator.none"), ""));
        }
        Arrays.stream(CancelReason.values())
                .filter(tally.rejects()::containsKey)
                .sorted(Comparator.comparingInt(reason -> -tally.rejects(reason)))
                .forEach(reason ->
                        count(rejects, "operator.reject." + lower(reason), tally.rejects(reason)));
        camera.getChildren().setAll(cameras(operator));
        settings.getChildren()
                .setAll(
                        setting(
                                "language",
                                "language.switch",
                                look -> look.in(look.language().other())),
                        setting(
                                "size",
                                "size." + lower(operator.look().appearance().size()),
                                Look::nextSize),
                        setting(
                                "theme",
                                "theme." + lower(operator.look().appearance().theme()),
                                Look::nextTheme),
                        setting(
                                "motion",
                                "motion." + lower(operator.look().appearance().motion()),
                                Look::otherMotion));
        pairing.getChildren().setAll(pairing(operator.code()));
        bar.show(Choices.on(operator));
    }

    private Button without(OverrideReason reason) {
        Button button = new Button(kit.texts().text("face.reason." + lower(reason)));
        button.setId("without-face-" + lower(reason).replace('_', '-'));
        button.getStyleClass().addAll("action", "side-action");
        button.setOnAction(_ -> {
            kit.ways().actions().skipFace(reason);
            kit.ways().window().close();
        });
        return button;
    }

    private Node[] pairing(Optional<PairingCode> code) {
        Button button = new Button(kit.texts().text("operator.pairing.make"));
        button.setId("pair");
        button.getStyleClass().addAll("action", "side-action");
        button.setOnAction(_ -> kit.ways().window().pair());
        return code.map(known -> new Node[] {digits(known), button})
                .orElseGet(() -> new Node[] {button});
    }

    private VBox digits(PairingCode code) {
        Label digits = Middle.text("headline", code.spoken());
        digits.setId("pairing-code");
        return new VBox(digits, Middle.text("hint", kit.texts().text("operator.pairing.how")));
    }

    private List<HBox> cameras(Operator operator) {
        Set<CameraRole> known = EnumSet.noneOf(CameraRole.class);
        known.addAll(operator.tally().cameras().keySet());
        known.addAll(operator.outages().away().keySet());
        return known.isEmpty()
                ? List.of(line(kit.texts().text("camera.waiting"), ""))
                : known.stream().map(role -> camera(role, operator)).toList();
    }

    private HBox camera(CameraRole role, Operator operator) {
        String whose = kit.texts().whose(role);
        Outage away = operator.outages().away().get(role);
        if (away != null) {
            Trouble trouble = Trouble.ofCamera(away.fault());
            return line(whose + kit.texts().what(trouble), trouble.code());
        }
        CaptureEvent.CameraFound found = operator.tally().cameras().get(role);
        return found == null
                ? line(whose + kit.texts().text("camera.waiting"), "")
                : line(whose + found.camera(), size(found));
    }

    private static String size(CaptureEvent.CameraFound found) {
        return found.width() + " × " + found.height();
    }

    private Button setting(String id, String key, java.util.function.UnaryOperator<Look> change) {
        Button button = new Button(kit.texts().text(key));
        button.setId("setting-" + id);
        button.getStyleClass().addAll("action", "side-action");
        button.setOnAction(_ -> kit.ways().window().look(change));
        return button;
    }

    private void count(VBox into, String key, int number) {
        into.getChildren().add(line(kit.texts().text(key), Integer.toString(number)));
    }

    private static HBox line(String words, String number) {
        Label name = new Label(words);
        name.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label value = new Label(number);
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.getStyleClass().add("count");
        HBox line = new HBox(name, gap, value);
        line.getStyleClass().add("count-line");
        return line;
    }

    private VBox titled(String key, Region body) {
        Label title = new Label(kit.texts().text(key));
        title.getStyleClass().add("panel-title");
        VBox box = new VBox(title, body);
        box.getStyleClass().add("section");
        return box;
    }

    private static VBox section() {
        VBox lines = new VBox();
        lines.getStyleClass().add("counts");
        return lines;
    }

    private static String lower(Enum<?> code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}

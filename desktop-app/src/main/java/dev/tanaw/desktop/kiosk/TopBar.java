package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2RoundAL;
import org.kordamp.ikonli.material2.Material2RoundMZ;

/// Whose window it is, how far the session is, and the other language.
final class TopBar extends BorderPane {
    /// With more stops there is no room for long words beside them.
    private static final int MOST_STOPS = 3;

    private final Kit kit;
    private final HBox steps = new HBox();
    private final Label demonstration = new Label();
    private final Label troubled = new Label();
    private final Label disclosed = new Label();
    private final Label watched = new Label();
    private final boolean roomy;
    private Stepper shown = new Stepper(List.of());

    TopBar(Kit kit) {
        this.kit = kit;
        Label product =
                new Label(
                        kit.brand().name().orElseGet(() -> kit.texts().text("product")), logo(kit));
        product.getStyleClass().add("product");
        Button language =
                new Button(
                        kit.texts().text("language.switch"),
                        kit.icons().of(Material2RoundAL.LANGUAGE, 1.4));
        language.setId("language");
        language.getStyleClass().addAll("action", "quiet");
        language.setOnAction(
                _ -> kit.ways().window().look(look -> look.in(look.language().other())));
        roomy = kit.look().appearance().size().roomy();
        demonstration.setText(kit.texts().text(roomy ? "demonstration" : "demonstration.short"));
        demonstration.setAccessibleText(kit.texts().text("demonstration"));
        demonstration.setGraphic(kit.icons().of(Material2RoundMZ.PLAY_CIRCLE_OUTLINE, 1.2));
        demonstration.getStyleClass().add("demonstration");
        demonstration.setId("demonstration");
        demonstration.managedProperty().bind(demonstration.visibleProperty());
        troubled.setGraphic(kit.icons().of(Material2RoundMZ.WARNING, 1.2));
        troubled.getStyleClass().add("demonstration");
        troubled.setId("station-trouble");
        troubled.managedProperty().bind(troubled.visibleProperty());
        troubled.setVisible(false);
        disclosed.setText(kit.texts().text(roomy ? "disclosed" : "disclosed.short"));
        disclosed.setGraphic(kit.icons().of(Material2RoundMZ.VISIBILITY, 1.2));
        disclosed.getStyleClass().add("demonstration");
        disclosed.setId("disclosed");
        disclosed.managedProperty().bind(disclosed.visibleProperty());
        disclosed.setVisible(false);
        watched.setAccessibleText(kit.texts().text("watched"));
        watched.setTooltip(new Tooltip(kit.texts().text("watched.why")));
        watched.setGraphic(kit.icons().of(Material2RoundMZ.VISIBILITY, 1.2));
        watched.getStyleClass().add("watched");
        watched.setId("watched");
        watched.managedProperty().bind(watched.visibleProperty());
        watched.setVisible(false);
        if (!roomy) {
            language.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            language.setAccessibleText(language.getText());
            language.getStyleClass().add("round");
            product.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        HBox left = new HBox(product, demonstration, troubled, disclosed, watched);
        left.getStyleClass().add("top-left");
        steps.getStyleClass().add("stepper");
        HBox right =
                new HBox(
                        round(
                                kit,
                                "size",
                                Material2RoundMZ.TEXT_FIELDS,
                                window -> window.look(Look::nextSize)),
                        round(
                                kit,
                                "theme",
                                Material2RoundMZ.TONALITY,
                                window -> window.look(Look::nextTheme)),
                        language,
                        round(
                                kit,
                                "operator",
                                Material2RoundAL.LOCK,
                                window -> window.open(new Sheet.Lock("", 0, 0))));
        right.getStyleClass().add("top-right");
        right.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("top-bar");
        StackPane middle = new StackPane(steps);
        setLeft(left);
        setCenter(middle);
        setRight(right);
    }

    /// @param key of what it does, for whoever cannot see the pictogram
    private static Button round(Kit kit, String key, Ikon icon, Consumer<Ways.Window> act) {
        Button button = new Button("", kit.icons().of(icon, 1.4));
        button.setId("top-" + key);
        button.setAccessibleText(kit.texts().text("top." + key));
        button.setTooltip(new Tooltip(kit.texts().text("top." + key)));
        button.getStyleClass().addAll("action", "quiet", "round");
        button.setOnAction(_ -> act.accept(kit.ways().window()));
        return button;
    }

    private static Node logo(Kit kit) {
        return kit.brand()
                .logo()
                .<Node>map(file -> {
                    ImageView picture = new ImageView(new Image(file.toUri().toString()));
                    picture.setId("logo");
                    picture.setPreserveRatio(true);
                    picture.setFitHeight(kit.icons().pixels(2.4));
                    return picture;
                })
                .orElseGet(() -> kit.icons().of(Material2RoundMZ.VISIBILITY, 1.6));
    }

    /// @param trouble of the station, that an operator has to see to
    /// @param elsewhere whether somebody elsewhere watches
    /// @param reason why somebody elsewhere sees the values; says more than that they watch
    void show(
            Stepper stepper,
            boolean drawn,
            Optional<Trouble> trouble,
            boolean elsewhere,
            Optional<String> reason) {
        watched.setVisible(elsewhere && reason.isEmpty());
        boolean crowded =
                stepper.stops().size() > MOST_STOPS
                        && (elsewhere || reason.isPresent() || trouble.isPresent());
        boolean whole = roomy && !crowded;
        watched.setText(kit.texts().text(whole ? "watched" : "watched.short"));
        demonstration.setText(kit.texts().text(whole ? "demonstration" : "demonstration.short"));
        disclosed.setText(kit.texts().text(whole ? "disclosed" : "disclosed.short"));
        disclosed.setVisible(reason.isPresent());
        reason.ifPresent(words -> {
            String sentence = kit.texts().text("disclosed") + ": " + words;
            disclosed.setAccessibleText(sentence);
            disclosed.setTooltip(new Tooltip(sentence));
        });
        troubled.setVisible(trouble.isPresent());
        trouble.ifPresent(known -> {
            troubled.setText(known.code());
            troubled.setAccessibleText(kit.texts().what(known));
            troubled.setTooltip(
                    new Tooltip(kit.texts().what(known) + " " + kit.texts().next(known)));
        });
        demonstration.setVisible(drawn);
        if (stepper.equals(shown)) {
            return;
        }
        shown = stepper;
        List<Node> nodes = new ArrayList<>();
        for (Stepper.Stop stop : stepper.stops()) {
            if (!nodes.isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                nodes.add(line);
            }
            nodes.add(node(stop, stepper.stops().indexOf(stop) + 1));
        }
        steps.getChildren().setAll(nodes);
    }

    private Node node(Stepper.Stop stop, int number) {
        String mark = stop.mark().name().toLowerCase(Locale.ROOT);
        StackPane dot = new StackPane(sign(stop.mark(), number));
        dot.getStyleClass().addAll("step-dot", mark);
        Label word = new Label(kit.texts().text(stop.key()), dot);
        word.getStyleClass().addAll("step", mark);
        if (!roomy) {
            word.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            word.setAccessibleText(word.getText());
        }
        return word;
    }

    private Node sign(Stepper.Mark mark, int number) {
        return switch (mark) {
            case DONE -> kit.icons().of(Material2RoundAL.CHECK, 1.1);
            case SKIPPED -> kit.icons().of(Material2RoundMZ.REMOVE, 1.1);
            case AHEAD, CURRENT -> new Label(Integer.toString(number));
        };
    }
}

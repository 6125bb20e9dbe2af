package dev.tanaw.desktop.kiosk;

import dev.tanaw.desktop.kiosk.Screen.Locked;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// The operator's PIN.
final class LockView extends BorderPane {
    private final Kit kit;
    private final ActionBar bar;
    private final Label dots = Middle.text("pin", "");
    private final Label says = Middle.text("lead", "");

    LockView(Kit kit) {
        this.kit = kit;
        bar = new ActionBar(kit);
        dots.setId("pin");
        says.setId("pin-says");
        GridPane pad = new GridPane();
        pad.getStyleClass().add("pad");
        pad.setAlignment(Pos.CENTER);
        for (int digit = 1; digit <= 9; digit++) {
            pad.add(key(digit), (digit - 1) % 3, (digit - 1) / 3);
        }
        pad.add(key(0), 1, 3);
        Button erase = new Button("", kit.icons().of(Material2RoundAL.BACKSPACE, 1.3));
        erase.setAccessibleText(kit.texts().text("key.erase"));
        erase.getStyleClass().addAll("action", "key");
        erase.setOnAction(_ -> kit.ways().window().erase());
        pad.add(erase, 2, 3);
        setCenter(
                new Middle(
                        Middle.text("headline", kit.texts().text("lock.title")), dots, says, pad));
        setBottom(bar);
    }

    void show(Locked locked) {
        dots.setText(locked.digits() == 0 ? "–" : "●".repeat(locked.digits()));
        dots.setAccessibleText(kit.texts().text("lock.digits", locked.digits()));
        says.setText(kit.texts().text(words(locked)));
        bar.show(Choices.on(locked));
    }

    private static String words(Locked locked) {
        if (locked.closed()) {
            return "lock.closed";
        }
        return locked.wrong() > 0 && locked.digits() == 0 ? "lock.wrong" : "lock.text";
    }

    private Button key(int digit) {
        Button button = new Button(Integer.toString(digit));
        button.setId("digit-" + digit);
        button.getStyleClass().addAll("action", "key");
        button.setOnAction(_ -> kit.ways().window().digit(digit));
        return button;
    }
}

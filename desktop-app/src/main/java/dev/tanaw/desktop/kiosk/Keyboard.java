package dev.tanaw.desktop.kiosk;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2RoundAL;

/// Keys to touch. Never takes the focus: whoever types on real keys goes on typing.
final class Keyboard extends VBox {
    private static final List<String> ROWS =
            List.of("1234567890-", "QWERTYUIOP.", "ASDFGHJKLÑ'", "ZXCVBNM ");

    Keyboard(Kit kit, TextField target) {
        getStyleClass().add("keyboard");
        for (String row : ROWS) {
            HBox line = new HBox();
            line.getStyleClass().add("keyboard-row");
            row.codePoints()
                    .mapToObj(Character::toString)
                    .forEach(key -> line.getChildren().add(key(kit, key, target)));
            getChildren().add(line);
        }
        Button erase = new Button("", kit.icons().of(Material2RoundAL.BACKSPACE, 1.3));
        erase.setAccessibleText(kit.texts().text("key.erase"));
        erase.setOnAction(_ -> {
            if (target.getSelection().getLength() > 0) {
                target.replaceSelection("");
            } else {
                target.deletePreviousChar();
            }
        });
        ((HBox) getChildren().getLast()).getChildren().add(styled(erase));
    }

    private static Button key(Kit kit, String key, TextField target) {
        Button button = new Button(key.equals(" ") ? kit.texts().text("key.space") : key);
        button.setOnAction(_ -> target.replaceSelection(key));
        return styled(button);
    }

    private static Button styled(Button button) {
        button.setFocusTraversable(false);
        button.getStyleClass().addAll("action", "key");
        return button;
    }
}

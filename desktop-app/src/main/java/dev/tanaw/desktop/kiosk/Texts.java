package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.Field.Source;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// The sentences for the codes, in one language. The key follows from the code.
final class Texts {
    private static final Control EXACTLY = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Language language;
    private final ResourceBundle bundle;

    Texts(Language language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle(
                        "dev.tanaw.desktop.kiosk.kiosk", language.locale(), EXACTLY);
    }

    Language language() {
        return language;
    }

    String of(Instruction instruction) {
        return of("instruction", instruction);
    }

    String of(Step step) {
        return of("step", step);
    }

    String of(CancelReason reason) {
        return of("cancel", reason);
    }

    String of(Outcome outcome) {
        return of("outcome", outcome);
    }

    String of(Gate gate) {
        return of("gate", gate);
    }

    String of(Band band) {
        return of("band", band);
    }

    String of(Source source) {
        return of("source", source);
    }

    String of(Side side) {
        return of("stepper", side);
    }

    String of(Chip.Kind kind) {
        return of("quality", kind);
    }

    String of(Chip.Mark mark) {
        return of("mark", mark);
    }

    /// A field that has no name of its own yet has a general one, so that its value is shown.
    String field(String name) {
        return orOther("field.", name);
    }

    /// What to do about it; the code itself goes beside it, for whoever helps.
    String code(String code) {
        return orOther("code.", code);
    }

    String text(String key) {
        return bundle.getString(key);
    }

    String text(String key, int number) {
        return MessageFormat.format(bundle.getString(key), number);
    }

    private String of(String group, Enum<?> code) {
        return bundle.getString(group + "." + code.name().toLowerCase(Locale.ROOT));
    }

    private String orOther(String group, String name) {
        String key = group + name;
        return bundle.getString(bundle.containsKey(key) ? key : group + "other");
    }
}

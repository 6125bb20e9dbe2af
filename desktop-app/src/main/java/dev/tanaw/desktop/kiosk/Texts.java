package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.CancelReason;
import dev.tanaw.capture.event.CaptureEvent.SupervisorActed;
import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.Field.Alternative;
import dev.tanaw.capture.event.Field.Source;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.Instruction;
import dev.tanaw.capture.event.Outcome;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Step;
import dev.tanaw.capture.event.Trouble;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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

    /// Of one side some things are said in other words.
    String of(Side side, Instruction instruction) {
        return text(key(side, instruction));
    }

    String of(Side side, CancelReason reason) {
        return text(key(side, "cancel", reason));
    }

    String key(Side side, Instruction instruction) {
        return key(side, "instruction", instruction);
    }

    private String key(Side side, String group, Enum<?> code) {
        String usual = group + "." + code.name().toLowerCase(Locale.ROOT);
        String special = usual + "." + side.name().toLowerCase(Locale.ROOT);
        return bundle.containsKey(special) ? special : usual;
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

    String of(DocumentKind kind) {
        return of("kind", kind);
    }

    String of(OverrideReason reason) {
        return of("reason", reason);
    }

    String of(DiscardReason reason) {
        return of("discard", reason);
    }

    /// A sentence with a date and time of this place in it.
    String since(String key, Instant at) {
        return MessageFormat.format(
                bundle.getString(key),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(language.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(at));
    }

    /// Which camera, before a word about it; nothing where there is one alone.
    String whose(CameraRole role) {
        return switch (role) {
            case BOTH -> "";
            case DOCUMENT -> text("camera.document") + " · ";
            case FACE -> text("camera.face") + " · ";
        };
    }

    /// What another source makes of a value.
    String says(Alternative other) {
        return MessageFormat.format(
                bundle.getString("fields.says"), of(other.source()), other.value());
    }

    /// What a supervisor did, without their own words.
    String of(SupervisorActed acted) {
        return MessageFormat.format(
                bundle.getString("acted." + acted.action().name().toLowerCase(Locale.ROOT)),
                acted.name(),
                orOther("role.", acted.role()));
    }

    /// What happened.
    String what(Trouble trouble) {
        return text("trouble." + trouble.code() + ".what");
    }

    /// What to do next.
    String next(Trouble trouble) {
        return text("trouble." + trouble.code() + ".next");
    }

    /// That nothing is lost.
    String safe(Trouble trouble) {
        return text(
                switch (trouble) {
                    case CAMERA_ADDRESS,
                            CAMERA_NO_PICTURES,
                            CAMERA_UNKNOWN,
                            MODEL_DAMAGED,
                            DATA_FOLDER,
                            PORT_IN_USE ->
                            "safe.unchanged";
                    case SHOT_BY_HAND,
                            READING_LATE,
                            READING_FAILED,
                            MANY_RETAKES,
                            FACE_SKIPPED,
                            MOVEMENT_NOT_SEEN,
                            DOCUMENT_UNSUPPORTED,
                            CHECK_DIGIT,
                            EXPIRED,
                            SIDES_DIFFER ->
                            "safe.kept";
                    case CAMERA_UNPLUGGED,
                            CAMERA_BUSY,
                            CAMERA_DENIED,
                            CAMERA_STALLED,
                            CAMERA_BAD_PICTURE,
                            CAMERA_NOT_FOUND,
                            ROOM_DARK,
                            ROOM_BRIGHT,
                            DOCUMENT_MISSING,
                            BACK_FIRST,
                            FACE_MISSING,
                            SHOT_MISSING,
                            HELP_WANTED,
                            APPROVAL_WANTED,
                            DISK_LOW,
                            HISTORY_LOST ->
                            "safe.nothing_lost";
                });
    }

    /// The instruction in more words; itself where there are none.
    String tip(Instruction instruction) {
        String key = "tip." + instruction.name().toLowerCase(Locale.ROOT);
        return bundle.containsKey(key) ? text(key) : of(instruction);
    }

    String tip(Side side, Instruction instruction) {
        if (side.ofDocument()) {
            return tip(instruction);
        }
        String key = "tip." + instruction.name().toLowerCase(Locale.ROOT) + ".face";
        return bundle.containsKey(key) ? text(key) : of(side, instruction);
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

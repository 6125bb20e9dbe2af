package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of the document by now, and what is doubtful about it. Personal: gone with the
/// session.
///
/// @param fields the values that count, by side
/// @param read what was read in the place of a value that was typed
/// @param unsupported sides on which a reader recognised nothing at all
/// @param accepted what somebody took upon themselves
/// @param today of the newest reading; expiry is judged by it
public record Known(
        Map<Side, List<Field>> fields,
        Map<Side, List<Field>> read,
        Set<Side> unsupported,
        Set<Trouble> accepted,
        Optional<LocalDate> today) {
    static final Known NOTHING =
            new Known(Map.of(), Map.of(), Set.of(), Set.of(), Optional.empty());

    public Known {
        fields = Map.copyOf(fields);
        read = Map.copyOf(read);
        unsupported = Set.copyOf(unsupported);
        accepted = Set.copyOf(accepted);
    }

    Known with(Side side, Field field) {
        return new Known(put(fields, side, field), read, unsupported, accepted, today);
    }

    /// The typed value counts from now on; what was read first is kept beside it.
    Known typed(Side side, Field field) {
        Optional<Field> before =
                original(side, field.name()).isPresent()
                        ? Optional.empty()
                        : find(fields, side, field.name());
        return new Known(
                put(fields, side, field),
                before.map(original -> put(read, side, original)).orElse(read),
                unsupported,
                accepted,
                today);
    }

    Optional<Field> original(Side side, String name) {
        return find(read, side, name);
    }

    Optional<Field> value(Side side, String name) {
        return find(fields, side, name);
    }

    /// The readers are through with a side.
    Known finished(Side side, String documentType, LocalDate day) {
        boolean nothing =
                side == Side.FRONT
                        && documentType.equals("unknown")
                        && fields.getOrDefault(side, List.of()).isEmpty();
        Set<Side> less = copy(unsupported);
        if (nothing) {
            less.add(side);
        }
        return new Known(fields, read, less, accepted, Optional.of(day));
    }

    Known accepting(Set<Trouble> troubles) {
        Set<Trouble> more = EnumSet.noneOf(Trouble.class);
        more.addAll(accepted);
        more.addAll(troubles);
        return new Known(fields, read, unsupported, more, today);
    }

    /// That side is taken again; what was accepted was accepted of the picture that is gone.
    Known without(Side side) {
        Set<Side> less = copy(unsupported);
        less.remove(side);
        return new Known(removed(fields, side), removed(read, side), less, Set.of(), today);
    }

    /// What is wrong with the document, whether or not somebody accepted it.
    Set<Trouble> troubles() {
        Set<Trouble> found = EnumSet.noneOf(Trouble.class);
        // Somebody who typed the values has recognised the document.
        if (unsupported.stream().anyMatch(side -> fields.getOrDefault(side, List.of()).isEmpty())) {
            found.add(Trouble.DOCUMENT_UNSUPPORTED);
        }
        fields.values().forEach(list -> list.forEach(field -> judge(field, found)));
        boolean differ =
                fields.getOrDefault(Side.FRONT, List.of()).stream()
                        .anyMatch(front ->
                                value(Side.BACK, front.name())
                                        .filter(back -> !back.value().equals(front.value()))
                                        .isPresent());
        if (differ) {
            found.add(Trouble.SIDES_DIFFER);
        }
        return found;
    }

    Set<Trouble> blocking() {
        Set<Trouble> open = troubles();
        open.removeIf(trouble -> !trouble.blocks());
        open.removeAll(accepted);
        return open;
    }

    /// Whether a person should look before it goes on by itself.
    boolean needsEyes() {
        return !blocking().isEmpty()
                || fields.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(field -> field.band() != Band.GREEN);
    }

    private void judge(Field field, Set<Trouble> found) {
        if (field.checks().stream().anyMatch(check -> check.endsWith(":fail"))) {
            found.add(Trouble.CHECK_DIGIT);
        }
        if (field.conflict()) {
            found.add(Trouble.SIDES_DIFFER);
        }
        boolean over =
                field.name().equals("expiry_date")
                        && date(field.value())
                                .flatMap(end -> today.map(end::isBefore))
                                .orElse(false);
        if (over) {
            found.add(Trouble.EXPIRED);
        }
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (java.time.format.DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Set<Side> copy(Set<Side> sides) {
        Set<Side> copy = EnumSet.noneOf(Side.class);
        copy.addAll(sides);
        return copy;
    }

    private static Optional<Field> find(Map<Side, List<Field>> in, Side side, String name) {
        return in.getOrDefault(side, List.of()).stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static Map<Side, List<Field>> put(Map<Side, List<Field>> in, Side side, Field field) {
        List<Field> list = new ArrayList<>(in.getOrDefault(side, List.of()));
        list.removeIf(other -> other.name().equals(field.name()));
        list.add(field);
        Map<Side, List<Field>> next = new EnumMap<>(Side.class);
        next.putAll(in);
        next.put(side, List.copyOf(list));
        return next;
    }

    private static Map<Side, List<Field>> removed(Map<Side, List<Field>> from, Side side) {
        Map<Side, List<Field>> next = new EnumMap<>(Side.class);
        next.putAll(from);
        next.remove(side);
        return next;
    }
}

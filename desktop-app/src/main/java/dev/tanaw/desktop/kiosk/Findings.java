package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the running session has so far. Personal: it is gone with the session's last screen.
///
/// @param taken sides whose picture is kept
/// @param originals what was read where something else was typed
/// @param notices what the person should know, the newest last
/// @param disclosed why somebody elsewhere sees the values; empty while nobody does
record Findings(
        Set<Side> taken,
        Map<Side, List<Field>> fields,
        Map<Side, List<Field>> originals,
        List<Trouble> notices,
        Optional<String> disclosed) {
    static final Findings NONE =
            new Findings(Set.of(), Map.of(), Map.of(), List.of(), Optional.empty());

    /// A line of the list.
    ///
    /// @param conflict true where the other side says something else
    record Row(Side side, Field field, boolean conflict) {
        boolean needsEyes() {
            return conflict
                    || field.conflict()
                    || field.band() != Band.GREEN
                    || field.checks().stream().anyMatch(check -> check.endsWith(":fail"));
        }

        /// By which its node is found again.
        String id() {
            return "field-" + side.name().toLowerCase(Locale.ROOT) + "-" + field.name();
        }
    }

    Findings {
        taken = Set.copyOf(taken);
        fields = Map.copyOf(fields);
        originals = Map.copyOf(originals);
        notices = List.copyOf(notices);
    }

    Findings took(Side side) {
        Set<Side> more = EnumSet.of(side);
        more.addAll(taken);
        return new Findings(more, fields, originals, notices, disclosed);
    }

    /// A later reading of the same field of the same side takes its place.
    Findings with(Side side, Field field) {
        List<Field> list = new ArrayList<>(of(side));
        int known = names(list).indexOf(field.name());
        if (known < 0) {
            list.add(field);
        } else {
            list.set(known, field);
        }
        return new Findings(taken, replaced(fields, side, list), originals, notices, disclosed);
    }

    /// That side is taken again; the other is kept.
    Findings without(Side side) {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(taken);
        fewer.remove(side);
        return new Findings(
                fewer,
                replaced(fields, side, List.of()),
                replaced(originals, side, List.of()),
                List.of(),
                disclosed);
    }

    /// Somebody typed it. What blocks the way even so is said again after it.
    Findings typed(Side side, Field field, Optional<Field> original) {
        List<Field> kept = new ArrayList<>(originals.getOrDefault(side, List.of()));
        original.ifPresent(read -> {
            kept.removeIf(other -> other.name().equals(read.name()));
            kept.add(read);
        });
        Findings next = with(side, field);
        return new Findings(
                taken,
                next.fields(),
                kept.isEmpty() ? originals : replaced(originals, side, kept),
                notices.stream().filter(trouble -> !trouble.blocks()).toList(),
                disclosed);
    }

    Findings shownFor(String reason) {
        return new Findings(taken, fields, originals, notices, Optional.of(reason));
    }

    Optional<Field> original(Row row) {
        return originals.getOrDefault(row.side(), List.of()).stream()
                .filter(read -> read.name().equals(row.field().name()))
                .findFirst();
    }

    /// What else was read in this value's place: by another source, or on the other side.
    List<Field.Alternative> others(Row row) {
        List<Field.Alternative> all = new ArrayList<>(row.field().alternatives());
        Side across = row.side() == Side.FRONT ? Side.BACK : Side.FRONT;
        named(across, row.field().name())
                .filter(_ -> row.conflict())
                .map(other ->
                        new Field.Alternative(
                                other.value(), other.source(), other.confidence(), false))
                .ifPresent(all::add);
        return all.stream().filter(other -> !other.agrees()).distinct().toList();
    }

    Findings noting(Trouble trouble) {
        List<Trouble> more = new ArrayList<>(notices);
        more.remove(trouble);
        more.add(trouble);
        return new Findings(taken, fields, originals, more, disclosed);
    }

    /// What was accepted need not be said again.
    Findings accepting(List<Trouble> accepted) {
        return new Findings(
                taken,
                fields,
                originals,
                notices.stream().filter(trouble -> !accepted.contains(trouble)).toList(),
                disclosed);
    }

    /// Nobody waits for an approval any more.
    Findings settled() {
        return accepting(List.of(Trouble.APPROVAL_WANTED));
    }

    boolean waitsForApproval() {
        return notices.contains(Trouble.APPROVAL_WANTED);
    }

    /// What has to be put right or accepted before it goes on.
    List<Trouble> blocking() {
        return notices.stream().filter(Trouble::blocks).toList();
    }

    /// The one to show: what blocks before what only informs.
    Optional<Trouble> notice() {
        return blocking().stream()
                .findFirst()
                .or(() -> notices.isEmpty() ? Optional.empty() : Optional.of(notices.getLast()));
    }

    List<Field> of(Side side) {
        return fields.getOrDefault(side, List.of());
    }

    /// Front before back. What both sides agree on is one row, by the surer reading; what they
    /// disagree on stays two rows, marked.
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Field front : of(Side.FRONT)) {
            Optional<Field> back = named(Side.BACK, front.name());
            boolean agrees = back.map(b -> b.value().equals(front.value())).orElse(false);
            boolean surer = back.map(b -> b.confidence() > front.confidence()).orElse(false);
            if (!agrees || !surer) {
                rows.add(new Row(Side.FRONT, front, back.isPresent() && !agrees));
            }
        }
        for (Field back : of(Side.BACK)) {
            Optional<Field> front = named(Side.FRONT, back.name());
            boolean agrees = front.map(f -> f.value().equals(back.value())).orElse(false);
            boolean surer = front.map(f -> back.confidence() > f.confidence()).orElse(true);
            if (!agrees || surer) {
                rows.add(new Row(Side.BACK, back, front.isPresent() && !agrees));
            }
        }
        return List.copyOf(rows);
    }

    private Optional<Field> named(Side side, String name) {
        return of(side).stream().filter(field -> field.name().equals(name)).findFirst();
    }

    private static List<String> names(List<Field> list) {
        return list.stream().map(Field::name).toList();
    }

    private static Map<Side, List<Field>> replaced(
            Map<Side, List<Field>> in, Side side, List<Field> list) {
        Map<Side, List<Field>> next = new EnumMap<>(Side.class);
        next.putAll(in);
        if (list.isEmpty()) {
            next.remove(side);
        } else {
            next.put(side, List.copyOf(list));
        }
        return next;
    }
}

package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the running session has so far. Personal: it is gone with the session's last screen.
///
/// @param taken sides whose picture is kept
/// @param notice code of what the person should know about the newest picture
record Findings(Set<Side> taken, Map<Side, List<Field>> fields, Optional<String> notice) {
    static final Findings NONE = new Findings(Set.of(), Map.of(), Optional.empty());

    /// A line of the list.
    ///
    /// @param conflict true where the other side says something else
    record Row(Side side, Field field, boolean conflict) {}

    Findings {
        taken = Set.copyOf(taken);
        fields = Map.copyOf(fields);
    }

    Findings took(Side side) {
        Set<Side> more = EnumSet.of(side);
        more.addAll(taken);
        return new Findings(more, fields, notice);
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
        return new Findings(taken, replaced(side, list), notice);
    }

    /// That side is taken again; the other is kept.
    Findings without(Side side) {
        Set<Side> fewer = EnumSet.noneOf(Side.class);
        fewer.addAll(taken);
        fewer.remove(side);
        return new Findings(fewer, replaced(side, List.of()), Optional.empty());
    }

    Findings noting(String code) {
        return new Findings(taken, fields, Optional.of(code));
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

    private Map<Side, List<Field>> replaced(Side side, List<Field> list) {
        Map<Side, List<Field>> next = new EnumMap<>(Side.class);
        next.putAll(fields);
        if (list.isEmpty()) {
            next.remove(side);
        } else {
            next.put(side, List.copyOf(list));
        }
        return next;
    }
}

package dev.tanaw.capture.read.type;

import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.text.Page;
import dev.tanaw.capture.read.text.TextLine;
import dev.tanaw.capture.read.type.FieldSpec.Area;
import dev.tanaw.capture.read.type.FieldSpec.Where;
import dev.tanaw.capture.read.type.Format.Parsed;
import dev.tanaw.capture.read.type.Labels.Hit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the values of one kind of document on a page: by their labels, else by place or form.
final class FieldFinder {
    /// Farthest value below its label, in heights of the value.
    private static final double BELOW = 1.9;

    /// Farthest value to the right of its label, in heights of the value.
    private static final double RIGHT = 9;

    /// A value is not set so much larger than its label.
    private static final double TALLER = 3.6;

    private final DocumentType type;
    private final List<FieldSpec> specs;
    private final Page page;
    private final Labels labels;
    private final double width;
    private final double height;
    private final LocalDate today;
    private final Set<TextLine> taken = new HashSet<>();

    /// @param width of the picture that was read, in pixels, and so its height
    FieldFinder(
            DocumentType type, Side side, Page page, double width, double height, LocalDate today) {
        this.type = type;
        this.specs = type.fields(side);
        this.page = page;
        this.labels = new Labels(specs, page.lines());
        this.width = width;
        this.height = height;
        this.today = today;
    }

    int labelsFound() {
        return labels.count();
    }

    /// What a label may point to.
    private record Candidate(
            FieldSpec spec, TextLine run, TextLine line, double distance, Parsed parsed) {}

    List<PrintedValue> find() {
        List<PrintedValue> values = new ArrayList<>();
        Set<FieldSpec> done = new HashSet<>();
        specs.stream()
                .flatMap(spec -> labels.of(spec).stream().flatMap(this::candidates))
                .sorted(Comparator.comparingDouble(Candidate::distance))
                .forEach(candidate -> {
                    boolean free = candidate.distance() == 0 || !taken.contains(candidate.line());
                    if (free && done.add(candidate.spec())) {
                        taken.add(candidate.line());
                        values.addAll(values(candidate, true));
                    }
                });
        for (FieldSpec spec : specs) {
            if (!done.contains(spec)) {
                unlabelled(spec)
                        .ifPresent(candidate -> {
                            taken.add(candidate.line());
                            values.addAll(values(candidate, false));
                        });
            }
        }
        return values;
    }

    private Stream<Candidate> candidates(Hit hit) {
        List<Candidate> found = new ArrayList<>();
        double penalty = 0;
        for (Where where : hit.spec().where()) {
            double later = penalty;
            switch (where) {
                case INLINE -> inline(hit).ifPresent(found::add);
                case BELOW ->
                        others(hit)
                                .filter(line -> below(hit.line().place(), line.place()))
                                .map(line ->
                                        candidate(
                                                hit,
                                                line,
                                                distanceBelow(hit.line().place(), line.place())
                                                        + later))
                                .flatMap(Optional::stream)
                                .forEach(found::add);
                case RIGHT ->
                        others(hit)
                                .filter(line -> right(hit.line().place(), line.place()))
                                .map(line ->
                                        candidate(
                                                hit,
                                                line,
                                                line.place().topLeft().x()
                                                        - hit.line().place().topRight().x()
                                                        + later))
                                .flatMap(Optional::stream)
                                .forEach(found::add);
            }
            penalty += width;
        }
        return found.stream();
    }

    private Stream<TextLine> others(Hit hit) {
        return page.lines().stream()
                .filter(line -> !line.equals(hit.line()) && !labels.label(line))
                .filter(line -> line.place().height() < TALLER * hit.line().place().height());
    }

    private Optional<Candidate> inline(Hit hit) {
        int count = hit.line().letters().size();
        String text = hit.line().text();
        int from = text.offsetByCodePoints(0, hit.rest());
        String rest = text.substring(from);
        if (rest.isBlank() || rest.stripLeading().startsWith("/")) {
            return Optional.empty();
        }
        return parse(hit.spec(), rest)
                .map(parsed ->
                        new Candidate(
                                hit.spec(),
                                hit.line().part(hit.rest(), count),
                                hit.line(),
                                0,
                                parsed));
    }

    private Optional<Candidate> candidate(Hit hit, TextLine line, double distance) {
        return parse(hit.spec(), line.text())
                .map(parsed -> new Candidate(hit.spec(), line, line, 1 + distance, parsed));
    }

    private Optional<Parsed> parse(FieldSpec spec, String text) {
        return spec.format()
                .parse(text, type.monthFirst(), today)
                .flatMap(parsed ->
                        spec.pattern()
                                .map(pattern -> LookAlikes.fitted(parsed, pattern))
                                .orElse(Optional.of(parsed)));
    }

    private static boolean below(Quad label, Quad value) {
        double gap = Math.max(0, value.topLeft().y() - label.bottomLeft().y());
        double left = value.topLeft().x() - label.topLeft().x();
        boolean across =
                value.topLeft().x() < label.topRight().x()
                        && value.topRight().x() > label.topLeft().x();
        return across
                && value.centre().y() > label.bottomLeft().y()
                && gap < BELOW * value.height()
                && left > -6 * value.height();
    }

    private static double distanceBelow(Quad label, Quad value) {
        double aside = Math.abs(value.topLeft().x() - label.topLeft().x());
        return Math.max(0, value.topLeft().y() - label.bottomLeft().y()) + 0.5 * aside;
    }

    private static boolean right(Quad label, Quad value) {
        double gap = value.topLeft().x() - label.topRight().x();
        double apart = Math.abs(value.centre().y() - label.centre().y());
        return gap > -value.height()
                && gap < RIGHT * value.height()
                && apart < 0.7 * Math.max(value.height(), label.height());
    }

    private Optional<Candidate> unlabelled(FieldSpec spec) {
        return page.lines().stream()
                .filter(line -> !labels.label(line) && !taken.contains(line))
                .filter(line ->
                        spec.area()
                                .map(area -> holds(area, line.place()))
                                .orElse(spec.labels().isEmpty()))
                .flatMap(line ->
                        parse(spec, line.text())
                                .map(parsed ->
                                        new Candidate(
                                                spec,
                                                line,
                                                line,
                                                line.place().topLeft().y(),
                                                parsed))
                                .stream())
                .min(Comparator.comparingDouble(Candidate::distance));
    }

    private boolean holds(Area area, Quad place) {
        Point left = place.topLeft().towards(place.bottomLeft(), 0.5);
        return area.holds(left.x() / width, left.y() / height);
    }

    private List<PrintedValue> values(Candidate candidate, boolean labelled) {
        FieldSpec spec = candidate.spec();
        if (spec.format() == Format.NAME_LIST) {
            return listed(candidate, labelled);
        }
        List<TextLine> runs = new ArrayList<>(List.of(candidate.run()));
        String value = candidate.parsed().value();
        for (int i = 1; i < spec.lines(); i++) {
            Optional<TextLine> next = continued(runs.getLast());
            if (next.isEmpty() || parse(spec, next.get().text()).isEmpty()) {
                break;
            }
            taken.add(next.get());
            runs.add(next.get());
        }
        if (runs.size() > 1) {
            value =
                    runs.stream()
                            .map(run -> parse(spec, run.text()).map(Parsed::value).orElse(""))
                            .collect(Collectors.joining(spec.format() == Format.NAME ? " " : ", "));
        }
        return List.of(
                new PrintedValue(
                        spec.name(), value, runs, labelled, candidate.parsed().repaired(), false));
    }

    /// The line right below, of like height, at the same left edge.
    private Optional<TextLine> continued(TextLine line) {
        Quad above = line.place();
        return page.lines().stream()
                .filter(other -> !labels.label(other) && !taken.contains(other))
                .filter(other -> {
                    Quad place = other.place();
                    double gap = place.topLeft().y() - above.bottomLeft().y();
                    return Math.abs(place.topLeft().x() - above.topLeft().x()) < place.height()
                            && gap > -0.5 * above.height()
                            && gap < 0.8 * above.height()
                            && place.height() > 0.6 * above.height()
                            && place.height() < 1.6 * above.height();
                })
                .min(Comparator.comparingDouble(other -> other.place().topLeft().y()));
    }

    private static List<PrintedValue> listed(Candidate candidate, boolean labelled) {
        List<String> parts = NameList.parts(candidate.parsed().value());
        List<PrintedValue> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            values.add(
                    new PrintedValue(
                            Format.LISTED.get(i),
                            parts.get(i),
                            List.of(candidate.run()),
                            labelled,
                            candidate.parsed().repaired(),
                            i > 0));
        }
        return values;
    }
}

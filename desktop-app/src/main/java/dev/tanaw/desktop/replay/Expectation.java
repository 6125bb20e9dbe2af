package dev.tanaw.desktop.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must be told, in this order; what comes between is free, but for what must not.
///
/// @param not true when it must not be told before the next that must
/// @param limit how soon
record Expectation(String place, boolean not, Pattern pattern, Optional<Limit> limit) {

    /// @param after the end of the act with this name
    record Limit(Duration within, String after) {}

    static Expectation of(String place, Entry entry) throws UnusableFile {
        Optional<Entry> not = entry.entry("not");
        if (not.isPresent()) {
            entry.complete();
            return new Expectation(place, true, Pattern.of(not.get()), Optional.empty());
        }
        Optional<Duration> within = entry.seconds("within_s");
        Optional<Limit> limit =
                within.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Limit(within.get(), entry.needed("after")));
        return new Expectation(place, false, Pattern.of(entry), limit);
    }

    /// What did not go as expected, in words.
    ///
    /// @param ends when each act was over, in seconds
    static List<String> missed(
            List<Expectation> expected, List<Told> events, Map<String, Double> ends) {
        List<String> missed = new ArrayList<>();
        List<Expectation> forbidden = new ArrayList<>();
        int next = 0;
        for (Expectation each : expected) {
            if (each.not()) {
                forbidden.add(each);
                continue;
            }
            int at = each.find(events, next);
            if (at < 0) {
                missed.add("%s: %s was not told".formatted(each.place(), each.pattern()));
                return missed;
            }
            missed.addAll(told(forbidden, events.subList(next, at)));
            forbidden.clear();
            each.late(events.get(at), ends).ifPresent(missed::add);
            next = at + 1;
        }
        missed.addAll(told(forbidden, events.subList(next, events.size())));
        return missed;
    }

    private static List<String> told(List<Expectation> forbidden, List<Told> events) {
        List<String> wrong = new ArrayList<>();
        for (Expectation each : forbidden) {
            events.stream()
                    .filter(each.pattern()::matches)
                    .findFirst()
                    .ifPresent(event ->
                            wrong.add(
                                    "%s: %s was told, after %.3f s"
                                            .formatted(
                                                    each.place(),
                                                    each.pattern(),
                                                    event.seconds())));
        }
        return wrong;
    }

    private int find(List<Told> events, int from) {
        for (int i = from; i < events.size(); i++) {
            if (pattern.matches(events.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private Optional<String> late(Told event, Map<String, Double> ends) {
        return limit.map(
                        most -> {
                            double since = event.seconds() - ends.getOrDefault(most.after(), 0.0);
                            return since <= most.within().toNanos() / 1e9
                                    ? ""
                                    : "%s: %s was told %.3f s after '%s'"
                                            .formatted(place, pattern, since, most.after());
                        })
                .filter(text -> !text.isEmpty());
    }
}

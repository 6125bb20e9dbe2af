package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What several pictures of one zone say together. Each character's probabilities are averaged over
/// the pictures, which share their optics and their light: frames that agree make nothing surer
/// than the best of them, frames that differ make it doubtful. Which text is meant the check digits
/// decide among what was read in any picture, and then the averages.
final class Vote {
    private static final int GUESSES = 5;

    /// So that a character that one picture did not think of is not impossible.
    private static final double LEAST = 1e-4;

    private final List<Mrz> zones;
    private final List<List<Map<Character, Double>>> means;

    private Vote(List<Mrz> zones) {
        this.zones = zones;
        this.means =
                IntStream.range(0, zones.getFirst().lines().size())
                        .mapToObj(line -> line(zones, line))
                        .toList();
    }

    /// @param zones the best picture's first; not empty. Those of another format than most are left
    ///   out
    /// @return with the places of the first that is of that format
    static Mrz of(List<Mrz> zones) {
        Map<MrzFormat, Long> formats =
                zones.stream().collect(Collectors.groupingBy(Mrz::format, Collectors.counting()));
        long most = formats.values().stream().mapToLong(count -> count).max().orElseThrow();
        MrzFormat format =
                zones.stream()
                        .map(Mrz::format)
                        .filter(each -> formats.getOrDefault(each, 0L) == most)
                        .findFirst()
                        .orElseThrow();
        List<Mrz> same = zones.stream().filter(zone -> zone.format() == format).toList();
        return same.size() == 1 ? same.getFirst() : new Vote(same).decide();
    }

    private static List<Map<Character, Double>> line(List<Mrz> zones, int line) {
        List<Map<Character, Double>> places = new ArrayList<>();
        for (int i = 0; i < zones.getFirst().format().length(); i++) {
            Map<Character, Double> mean = new HashMap<>();
            for (Mrz zone : zones) {
                Symbol symbol = zone.lines().get(line).symbols().get(i);
                mean.merge(symbol.best(), symbol.probability() / zones.size(), Double::sum);
                symbol.others()
                        .forEach(guess ->
                                mean.merge(
                                        guess.symbol(),
                                        guess.probability() / zones.size(),
                                        Double::sum));
            }
            places.add(mean);
        }
        return places;
    }

    private Mrz decide() {
        Set<List<String>> texts = new LinkedHashSet<>();
        texts.add(likeliest());
        zones.forEach(zone -> texts.add(zone.texts()));
        return texts.stream()
                .map(this::zone)
                .max(Comparator.comparingLong(Vote::right).thenComparingDouble(this::likelihood))
                .orElseThrow();
    }

    private List<String> likeliest() {
        return means.stream()
                .map(line ->
                        line.stream()
                                .map(mean ->
                                        String.valueOf(
                                                mean.entrySet().stream()
                                                        .max(Map.Entry.comparingByValue())
                                                        .orElseThrow()
                                                        .getKey()))
                                .collect(Collectors.joining()))
                .toList();
    }

    private static long right(Mrz zone) {
        return zone.checks().values().stream().filter(right -> right).count();
    }

    private double likelihood(Mrz zone) {
        return zone.lines().stream()
                .flatMap(line -> line.symbols().stream())
                .mapToDouble(symbol -> Math.log(Math.max(LEAST, symbol.probability())))
                .sum();
    }

    private Mrz zone(List<String> texts) {
        List<MrzLine> lines = new ArrayList<>();
        for (int line = 0; line < texts.size(); line++) {
            List<Symbol> symbols = new ArrayList<>();
            for (int i = 0; i < texts.get(line).length(); i++) {
                symbols.add(symbol(means.get(line).get(i), texts.get(line).charAt(i)));
            }
            lines.add(new MrzLine(symbols, zones.getFirst().lines().get(line).place()));
        }
        return new Mrz(zones.getFirst().format(), lines);
    }

    private static Symbol symbol(Map<Character, Double> mean, char chosen) {
        List<Symbol.Guess> others =
                mean.entrySet().stream()
                        .filter(entry -> entry.getKey() != chosen)
                        .sorted(Map.Entry.<Character, Double>comparingByValue().reversed())
                        .limit(GUESSES)
                        .map(entry -> new Symbol.Guess(entry.getKey(), entry.getValue()))
                        .toList();
        return new Symbol(chosen, mean.getOrDefault(chosen, 0.0), others);
    }
}

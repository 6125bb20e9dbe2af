package dev.tanaw.capture.read.mrz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.opencv.opencv_core.Mat;

/// The search for a zone on one picture: from the usual place and posture to the unusual ones,
/// until something holds together or enough time was spent.
final class Search {
    /// Strips to read before giving up; each takes some milliseconds.
    private static final int MOST_READINGS = 150;

    /// From this fit on a line is one even when nothing else was found around it.
    private static final double ALONE = 0.6;

    private final LineFinder finder;
    private final RowReader rows;
    private final Mat grey;
    private final List<Line> lines = new ArrayList<>();
    private final Set<List<Line>> tried = new HashSet<>();
    private Optional<Mrz> best = Optional.empty();
    private boolean anything;

    Search(LineFinder finder, RowReader rows, Mat grey) {
        this.finder = finder;
        this.rows = rows;
        this.grey = grey;
    }

    MrzReading run() {
        for (LineFinder.Pass pass : LineFinder.Pass.values()) {
            List<Strip> found = finder.find(grey, pass);
            anything |= !found.isEmpty();
            if (look(found)) {
                break;
            }
        }
        return best.<MrzReading>map(MrzReading.Read::new)
                .orElseGet(() ->
                        new MrzReading.Unreadable(
                                anything
                                        ? MrzReading.Reason.NOT_CONVINCING
                                        : MrzReading.Reason.NO_LINES));
    }

    /// Whether these rows lead to a zone; as they are first, then from the other side.
    private boolean look(List<Strip> found) {
        List<Strip> upright = Rows.likelyFirst(found);
        List<Strip> turned = new ArrayList<>();
        lines.clear();
        for (Strip row : upright) {
            if (readAll(List.of(row), Rows.hasFellow(row, found))) {
                return true;
            }
            if (Rows.hasFellow(row, found) || lines.stream().anyMatch(line -> line.of(row))) {
                turned.add(row.turned());
            }
        }
        if (readFellows()) {
            return true;
        }
        lines.clear();
        return readAll(turned, false) || readFellows();
    }

    private boolean readAll(List<Strip> some, boolean probably) {
        for (Strip row : some) {
            if (rows.readings() >= MOST_READINGS) {
                return true;
            }
            Optional<Line> line = rows.read(row, probably);
            line.ifPresent(lines::add);
            if (line.isPresent() && settled()) {
                return true;
            }
        }
        return false;
    }

    /// A line of a zone that was found alone has its fellows above or below it.
    private boolean readFellows() {
        if (best.isPresent()) {
            return true;
        }
        for (Line line : List.copyOf(lines)) {
            if (line.cells().fit() < ALONE) {
                continue;
            }
            boolean card = line.cells().count() == MrzFormat.TD1.length();
            for (int apart : card ? new int[] {-1, 1, -2, 2} : new int[] {-1, 1}) {
                if (readAll(List.of(line.beside(apart * Zones.APART)), true)) {
                    return true;
                }
            }
        }
        return best.isPresent();
    }

    private boolean settled() {
        for (List<Line> zone : Zones.of(lines)) {
            for (List<Line> way : tried.add(zone) ? Zones.aligned(zone) : List.<List<Line>>of()) {
                Mrz read = decode(way);
                if (Belief.convincing(read)
                        && best.map(other -> Belief.merit(read) > Belief.merit(other))
                                .orElse(true)) {
                    best = Optional.of(read);
                }
            }
        }
        return best.map(Belief::settled).orElse(false);
    }

    private static Mrz decode(List<Line> zone) {
        MrzFormat format =
                switch (zone.getFirst().cells().count()) {
                    case 44 -> MrzFormat.TD3;
                    case 36 -> MrzFormat.TD2;
                    default -> MrzFormat.TD1;
                };
        Mrz read = decode(zone, format);
        boolean visa = read.lines().getFirst().text().startsWith("V");
        return switch (format) {
            case TD3 -> visa ? decode(zone, MrzFormat.MRV_A) : read;
            case TD2 -> {
                boolean french = read.lines().getFirst().text().startsWith("IDFRA");
                yield visa || french
                        ? decode(zone, visa ? MrzFormat.MRV_B : MrzFormat.FRENCH_CARD)
                        : read;
            }
            case TD1, MRV_A, MRV_B, FRENCH_CARD -> read;
        };
    }

    private static Mrz decode(List<Line> zone, MrzFormat format) {
        List<MrzLine> read = new ArrayList<>();
        for (int i = 0; i < zone.size(); i++) {
            Line line = zone.get(i);
            List<Symbol> symbols = LineDecoder.decode(line.steps(), line.cells(), format, i);
            read.add(
                    new MrzLine(
                            line.whole() ? symbols : symbols.stream().map(Symbol::doubted).toList(),
                            Optional.of(line.strip().outline(line.pitch()))));
        }
        return new Mrz(format, read);
    }
}

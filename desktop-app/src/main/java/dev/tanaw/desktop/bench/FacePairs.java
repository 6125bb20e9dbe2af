package dev.tanaw.desktop.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tanaw.capture.event.Resemblance;
import dev.tanaw.capture.face.FaceComparer;
import dev.tanaw.capture.face.FaceTemplate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.bytedeco.opencv.opencv_core.Mat;

/// Compares every face of a labelled set with every other, where its `truth.json` says whose each
/// is: how far apart those of one person and those of two are, and what each band would have said.
final class FacePairs {
    private static final double UNIT = 1000;

    private final String name;
    private final FaceComparer comparer;
    private final List<Known> known = new ArrayList<>();
    private final Histogram taken = new Histogram(3);

    private record Known(String subject, FaceTemplate template) {}

    FacePairs(String name, FaceComparer comparer) {
        this.name = name;
        this.comparer = comparer;
    }

    void add(JsonNode truth, Mat bgr) {
        JsonNode subject = truth.path("subject");
        if (subject.isMissingNode()) {
            return;
        }
        long start = System.nanoTime();
        comparer.template(bgr)
                .ifPresent(template -> known.add(new Known(subject.asText(), template)));
        taken.recordValue(System.nanoTime() - start);
    }

    void print(Report report) {
        Pairs same = new Pairs("same_person");
        Pairs other = new Pairs("two_people");
        for (int i = 0; i < known.size(); i++) {
            for (int j = 0; j < i; j++) {
                Known a = known.get(i);
                Known b = known.get(j);
                (a.subject().equals(b.subject()) ? same : other)
                        .add(a.template().distance(b.template()));
            }
        }
        if (known.size() > 1) {
            same.print(report);
            other.print(report);
            report.histogram("pairs", name, "template", taken);
        }
    }

    private final class Pairs {
        private final String kind;
        private final Histogram thousandths = new Histogram(3);
        private final Map<Resemblance, Integer> bands = new EnumMap<>(Resemblance.class);

        Pairs(String kind) {
            this.kind = kind;
        }

        void add(double distance) {
            thousandths.recordValue(Math.round(distance * UNIT));
            bands.merge(Resemblance.of(distance), 1, Integer::sum);
        }

        void print(Report report) {
            long all = thousandths.getTotalCount();
            if (all == 0) {
                return;
            }
            for (Resemblance band : Resemblance.values()) {
                if (band != Resemblance.NOT_SEEN) {
                    report.value(
                            "pairs",
                            name,
                            kind + "_" + band.name().toLowerCase(Locale.ROOT),
                            bands.getOrDefault(band, 0),
                            "pairs",
                            all);
                }
            }
            for (double percentile : new double[] {1, 50, 99}) {
                report.value(
                        "pairs",
                        name,
                        "%s_p%.0f".formatted(kind, percentile),
                        thousandths.getValueAtPercentile(percentile) / UNIT,
                        "distance",
                        all);
            }
        }
    }
}

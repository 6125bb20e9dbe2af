package dev.tanaw.desktop.bench;

/// How often what was told with a certain confidence was right.
final class Reliability {
    /// Lower ends of the classes of confidence.
    private static final double[] CLASSES = {0, 0.5, 0.75, 0.9, 0.95, 0.98};

    private final int[] told = new int[CLASSES.length];
    private final int[] right = new int[CLASSES.length];
    private final double[] sum = new double[CLASSES.length];

    void count(double confidence, boolean wasRight) {
        int at = CLASSES.length - 1;
        while (confidence < CLASSES[at]) {
            at--;
        }
        told[at]++;
        right[at] += wasRight ? 1 : 0;
        sum[at] += confidence;
    }

    void print(Report report, String name) {
        for (int i = 0; i < CLASSES.length; i++) {
            if (told[i] > 0) {
                report.value(
                        "evaluate",
                        "%s, confidence %.2f on average".formatted(name, sum[i] / told[i]),
                        "right",
                        (double) right[i] / told[i],
                        "share",
                        told[i]);
            }
        }
    }
}

package dev.tanaw.stream.bench;

/// What this process holds.
final class Heap {
    /// The serial collector leaves holes of up to a twentieth of the old objects, but in each
    /// fourth collection none (`MarkSweepAlwaysCompactCount`).
    private static final int UNTIL_COMPACT = 4;

    private Heap() {}

    /// Bytes of live objects.
    static long live() {
        for (int i = 0; i < UNTIL_COMPACT; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}

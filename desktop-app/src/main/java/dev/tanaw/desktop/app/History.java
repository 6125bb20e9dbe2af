package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.desktop.wire.WireEvent;
import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import dev.tanaw.stream.log.JournalInUse;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// The stream's history on disk: where, and what is said when it cannot be kept.
final class History {
    static final String WORDS =
            "keep the stream's history on disk, so that watchers go on without a hole after a"
                    + " restart, also after a crash";

    /// What is published when it can no longer be.
    static final Trouble LOST = Trouble.HISTORY_LOST;

    private static final String HUB = "hub";

    private History() {}

    static StreamConfig kept(StreamConfig config, Path data, Consumer<StreamServer> lost) {
        return config.keeping(data.resolve("stream"), lost);
    }

    static StartFailure failure(UncheckedIOException e) {
        boolean taken = e.getCause() instanceof JournalInUse;
        return new StartFailure(
                taken
                        ? "LOG-02: another station or hub keeps its history in the same folder. Nothing was changed. Close it, or give another folder with --data."
                        : "LOG-03: the history on disk cannot be read or written (%s). Nothing was changed. Give another folder with --data, or leave out --durable."
                                .formatted(e.getMessage()),
                e);
    }

    /// A hub has no events of its own but this.
    static void tell(StreamServer server) {
        CaptureEvent warning = new CaptureEvent.Warned(LOST);
        Recorded first =
                new Recorded("", 1, 0, Clock.systemUTC().instant(), Duration.ZERO, warning);
        server.publish(WireEvent.of(HUB, first).message(HUB, ""));
    }
}

package dev.tanaw.desktop.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tanaw.desktop.replay.Told;
import java.io.PrintWriter;

/// Prints the events of a replay like those of a headless station, and what the person would have
/// read on the screen whenever that changes.
final class ReplayPrinter {
    private final PrintWriter out;
    private final boolean quiet;
    private final EventPrinter events;
    private String said = "";

    ReplayPrinter(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
        this.events = new EventPrinter(out);
    }

    void print(Told told) {
        if (quiet) {
            return;
        }
        events.print(told.event());
        JsonNode data = told.envelope().path("data");
        if (data.has("instruction") && !data.path("instruction").asText().equals(said)) {
            said = data.path("instruction").asText();
            out.printf(
                    "%8.3f s  %-20s %s%n",
                    told.envelope().path("elapsed_ms").asLong() / 1000.0, "instruction", said);
        }
    }
}

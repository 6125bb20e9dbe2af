package dev.tanaw.desktop.app;

import dev.tanaw.desktop.replay.SessionRecorder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sessions are recorded, or they are not: to be opened before the station and closed after it.
record RecordOption(Optional<SessionRecorder> recorder) implements AutoCloseable {
    static final String WORDS =
            "write the signals of each session there, to be played with ./tanaw replay: times,"
                    + " measured values and masked events, no picture, no value of a document";

    static RecordOption of(@Nullable Path folder, StationConfig config, PrintWriter out)
            throws StartFailure {
        if (folder == null) {
            return new RecordOption(Optional.empty());
        }
        try {
            RecordOption recording =
                    new RecordOption(
                            Optional.of(
                                    new SessionRecorder(
                                            folder,
                                            config.name(),
                                            config.journey(),
                                            Clock.systemUTC())));
            out.println(
                    "Sessions are recorded in %s: times, measured values and masked events; no picture, no value of a document."
                            .formatted(folder));
            return recording;
        } catch (IOException e) {
            throw new StartFailure(
                    "REC-01: sessions cannot be recorded in %s. Give another folder with --record, or start without."
                            .formatted(folder),
                    e);
        }
    }

    void hear(Station station) {
        recorder.ifPresent(each -> {
            station.overhear(each::heard);
            station.listen(each::told);
        });
    }

    @Override
    public void close() {
        recorder.ifPresent(SessionRecorder::close);
    }
}

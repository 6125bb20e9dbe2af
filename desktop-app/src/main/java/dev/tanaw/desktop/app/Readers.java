package dev.tanaw.desktop.app;

import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.ReaderDamaged;
import dev.tanaw.capture.read.network.NetworkDamaged;
import dev.tanaw.capture.read.text.TextReader;
import dev.tanaw.capture.read.type.DocumentTypes;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The readers, loaded, or a word on why not.
final class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private Readers() {}

    /// Each that can start; a station without one of the others goes on without it and says so.
    static DocumentReader all(Clock wall) throws StartFailure {
        return new DocumentReader(mrz(), text(), DocumentTypes.shipped(), wall);
    }

    private static Optional<TextReader> text() {
        try {
            return Optional.of(TextReader.load());
        } catch (NetworkDamaged e) {
            LOG.error("READ-04: printed text is not read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static MrzReader mrz() throws StartFailure {
        try {
            return MrzReader.load();
        } catch (ReaderDamaged e) {
            throw new StartFailure(
                    "READ-03: the MRZ reader cannot start: %s. Install the program again."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}

package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.ReaderDamaged;

/// The readers, loaded, or a word on why not.
final class Readers {
    private Readers() {}

    static MrzReader mrz() throws StartFailure {
        try {
            return MrzReader.load();
        } catch (ReaderDamaged e) {
            throw new StartFailure(
                    Trouble.MODEL_DAMAGED,
                    "READ-03: the MRZ reader cannot start: %s. Install the program again."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}

package dev.tanaw.stream.log;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/// Another process writes to this folder.
public final class JournalInUse extends IOException {
    @Serial private static final long serialVersionUID = 1;

    JournalInUse(Path folder) {
        super("another process keeps its history in " + folder);
    }
}

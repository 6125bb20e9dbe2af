package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder for what the station keeps between starts: native libraries, tokens, the site's
/// profile, and which session is open.
final class DataFolder {
    private DataFolder() {}

    /// By the rules of the desktop: `XDG_DATA_HOME`, `LOCALAPPDATA`, else below the home folder.
    static Path usual() {
        String xdg = System.getenv("XDG_DATA_HOME");
        if (xdg != null && !xdg.isBlank()) {
            return Path.of(xdg, "tanaw");
        }
        String local = System.getenv("LOCALAPPDATA");
        if (local != null && !local.isBlank()) {
            return Path.of(local, "Tanaw");
        }
        return Path.of(System.getProperty("user.home"), ".local", "share", "tanaw");
    }

    /// Creates the folder and proves that it can be written to.
    static void open(Path folder) throws StartFailure {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", "");
            Files.delete(probe);
        } catch (IOException e) {
            throw new StartFailure(
                    Trouble.DATA_FOLDER,
                    "DATA-01: cannot write to the data folder %s. Nothing was changed. Give another with --data FOLDER, or make this one writable."
                            .formatted(folder),
                    e);
        }
        // Native libraries are unpacked once and found again at the next start.
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.resolve("native").toString());
        System.setProperty("javafx.cachedir", folder.resolve("javafx").toString());
    }
}

package dev.tanaw.desktop.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another program that reads pictures, as its own process, the way its users start it.
public enum Peer {
    /// Debian's `tesseract-ocr`, English, one block of text.
    TESSERACT("tesseract FILE - --psm 6 -l eng"),
    /// Debian's `zbar-tools`.
    ZBAR("zbarimg -q --raw FILE");

    private static final long PATIENCE_SECONDS = 60;

    private final String command;

    Peer(String command) {
        this.command = command;
    }

    /// @return what it printed
    /// @throws IOException when the program is not installed
    String read(Path picture) throws IOException, InterruptedException {
        List<String> line =
                Arrays.stream(command.split(" ", -1))
                        .map(word -> word.equals("FILE") ? picture.toString() : word)
                        .toList();
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return text;
    }
}

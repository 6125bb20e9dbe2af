package dev.tanaw.desktop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Starts the built program anew several times, as another process, and measures from the start of
/// that process until it says that it listens and, with a window, that a live picture was shown.
public final class StartBench {
    /// What the program prints with `--timings`.
    public static final String LISTENING = "timing: listening";

    public static final String PICTURE = "timing: first live picture";

    private static final long PATIENCE_SECONDS = 60;

    private final Report report;

    public StartBench(Report report) {
        this.report = report;
    }

    /// @param window whether there is a screen to wait for a picture on
    /// @param starts how many times
    public void run(boolean window, int starts) throws IOException, InterruptedException {
        Histogram listening = new Histogram(3);
        Histogram picture = new Histogram(3);
        for (int i = 0; i < starts; i++) {
            once(window, listening, picture);
        }
        String name = window ? "window" : "headless";
        report.histogram("start", name, "listening", listening);
        if (window) {
            report.histogram("start", name, "first_picture", picture);
        }
    }

    private static void once(boolean window, Histogram listening, Histogram picture)
            throws IOException, InterruptedException {
        List<String> command = command();
        command.addAll(
                List.of("run", "--timings", "--camera", "replay", "--port", "0", "--ask", "none"));
        if (!window) {
            command.add("--headless");
        }
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                if (line.equals(LISTENING)) {
                    listening.recordValue(System.nanoTime() - began);
                    if (!window) {
                        return;
                    }
                } else if (line.equals(PICTURE)) {
                    picture.recordValue(System.nanoTime() - began);
                    return;
                }
                line = lines.readLine();
            }
            throw new IOException("the started program ended too early");
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /// This program's own command line up to its own arguments.
    private static List<String> command() throws IOException {
        ProcessHandle.Info self = ProcessHandle.current().info();
        String java = self.command().orElseThrow(() -> new IOException("java was not found"));
        List<String> given =
                Arrays.asList(
                        self.arguments()
                                .orElseThrow(() -> new IOException("own arguments not known")));
        int own = given.indexOf("bench");
        if (own < 0) {
            throw new IOException("not started by ./tanaw bench");
        }
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(given.subList(0, own));
        return command;
    }
}

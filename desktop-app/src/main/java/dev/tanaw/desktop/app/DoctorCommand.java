package dev.tanaw.desktop.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Says what this machine has and lacks. Changes nothing but the data folder, which it creates.
@Command(
        name = "doctor",
        description = "Says what this machine has and lacks.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "${env:TANAW_PORT:-7070}", description = "port to try")
    private int port = 7070;

    @Option(names = "--data", description = "data folder to try")
    private Path data = DataFolder.usual();

    @Spec private CommandSpec spec = CommandSpec.create();

    private boolean well = true;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Tanaw %s on Java %s%n", Version.current(), Runtime.version());
        out.printf(
                "%s %s, %d processors%n",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        check(out, "data folder", () -> folder());
        check(out, "port", () -> port());
        check(out, "vision library", () -> vision());
        check(out, "MRZ reader", () -> reader());
        check(out, "cameras", () -> cameras());
        check(out, "display", () -> display());
        out.println(well ? "Everything needed is there." : "Something is missing: see above.");
        return well ? 0 : 1;
    }

    private interface Check {
        String run() throws Exception;
    }

    private void check(PrintWriter out, String what, Check check) {
        String found;
        String mark = "ok  ";
        try {
            found = check.run();
        } catch (Exception | LinkageError failure) { // whatever is wrong is what was asked for
            mark = "FAIL";
            found = failure.getMessage();
            well = false;
        }
        out.printf("  %s  %-16s %s%n", mark, what, found);
        out.flush();
    }

    private String folder() throws StartFailure {
        DataFolder.open(data);
        return data.toString();
    }

    private String port() throws IOException, StartFailure {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port + " is free";
        } catch (java.net.BindException e) {
            throw new StartFailure(
                    "%d is in use; another station may be running, or give --port".formatted(port),
                    e);
        }
    }

    private static String vision() {
        Loader.load(opencv_core.class);
        return "OpenCV " + opencv_core.CV_VERSION;
    }

    private static String reader() throws StartFailure {
        Readers.mrz().close();
        return "its characters are there";
    }

    private static String cameras() throws InterruptedException {
        List<String> found = Cameras.webcams(Duration.ofSeconds(5));
        return found.isEmpty()
                ? "no webcam; the replay camera will be used"
                : String.join(", ", found);
    }

    private static String display() {
        return Display.present()
                ? "found; the kiosk window can be shown"
                : "none; the station will run headless";
    }
}

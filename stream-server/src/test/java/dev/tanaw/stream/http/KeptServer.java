package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;

/// A program: a server that keeps its history in the folder given, prints its port and runs until
/// it is killed.
final class KeptServer {
    private KeptServer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        StreamServer server =
                StreamServer.start(
                        StreamConfig.onPort(0).opened().keeping(Path.of(args[0]), _ -> {}));
        System.out.write((server.port() + "\n").getBytes(US_ASCII));
        System.out.flush();
        Thread.currentThread().join();
    }
}

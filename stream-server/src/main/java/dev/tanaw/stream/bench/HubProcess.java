package dev.tanaw.stream.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/// An open hub as a process of its own: prints its port, answers each line of its standard input
/// with the bytes of heap that are in use after a collection, and ends with the input.
final class HubProcess {
    private static final int CHUNK = 64 * 1024;
    private static final long MORE_THAN_YOUNG = 512L << 20;

    private HubProcess() {}

    /// So that what is resident differs by what is held, and not by how much garbage there was.
    private static void touchYoungGeneration() {
        long touched = 0;
        for (long made = 0; made < MORE_THAN_YOUNG; made += CHUNK) {
            touched += new byte[CHUNK].length;
        }
        if (touched < MORE_THAN_YOUNG) {
            throw new IllegalStateException("never, but the compiler must not know");
        }
    }

    public static void main(String[] args) throws IOException {
        try (StreamServer server = StreamServer.start(StreamConfig.onPort(0).opened())) {
            System.out.println(server.port());
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
            while (lines.readLine() != null) {
                touchYoungGeneration();
                System.out.println(Heap.live());
            }
        }
    }
}

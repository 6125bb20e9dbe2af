package dev.tanaw.stream.bench;

import dev.tanaw.stream.http.StreamConfig;
import dev.tanaw.stream.http.StreamServer;
import java.io.IOException;

/// An open hub as a process of its own: prints its port and ends with its standard input.
final class HubProcess {
    private HubProcess() {}

    public static void main(String[] args) throws IOException {
        try (StreamServer server = StreamServer.start(StreamConfig.onPort(0).opened())) {
            System.out.println(server.port());
            while (System.in.read() >= 0) {
                // until it is closed
            }
        }
    }
}

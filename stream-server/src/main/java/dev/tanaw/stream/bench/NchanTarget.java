package dev.tanaw.stream.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// nginx with libnginx-mod-nchan, one worker, events held in memory as long as ours are. Debian:
/// `apt-get install nginx libnginx-mod-nchan`.
final class NchanTarget implements Target {
    private static final String MODULE = "/usr/lib/nginx/modules/ngx_nchan_module.so";

    private final Process process;
    private final int port;
    private final HttpPublisher publisher;

    NchanTarget() {
        try {
            port = freePort();
            Path folder = Files.createTempDirectory("nchan");
            Path file = folder.resolve("nginx.conf");
            Files.writeString(file, configuration(folder, port));
            process =
                    new ProcessBuilder("nginx", "-p", folder.toString(), "-c", file.toString())
                            .redirectError(Redirect.DISCARD)
                            .redirectOutput(Redirect.DISCARD)
                            .start();
            awaitListening(port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "nginx did not start. Debian: apt-get install nginx libnginx-mod-nchan", e);
        }
        publisher = new HttpPublisher(port, session -> "/pub?id=" + session);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitListening(int port) throws IOException {
        for (int i = 0; i < 200; i++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(50_000_000);
            }
        }
        throw new IOException("nothing listens on port " + port);
    }

    private static String configuration(Path folder, int port) {
        return """
        load_module %s;
        daemon off;
        worker_processes 1;
        pid %s/nginx.pid;
        error_log %s/error.log;
        events { worker_connections 15000; }
        http {
          access_log off;
          client_body_temp_path %s/body;
          keepalive_requests 100000000;
          nchan_shared_memory_size 256m;
          server {
            listen 127.0.0.1:%d backlog=16384;
            location = /pub {
              nchan_publisher;
              nchan_channel_id $arg_id;
              nchan_message_buffer_length 10000;
              nchan_message_timeout 30m;
            }
            location = /sub {
              nchan_subscriber eventsource;
              nchan_channel_id $arg_id;
              nchan_channel_id_split_delimiter ",";
              nchan_subscriber_first_message oldest;
            }
          }
        }
        """
                .formatted(MODULE, folder, folder, folder, port);
    }

    @Override
    public int port() {
        return port;
    }

    /// One connection may follow many channels.
    @Override
    public String path(Scenario scenario, int reader) {
        return switch (scenario.kind()) {
            case OWN_SESSION -> "/sub?id=" + scenario.session(reader);
            case EVERYTHING ->
                    "/sub?id="
                            + IntStream.range(0, scenario.sessions())
                                    .mapToObj(scenario::session)
                                    .collect(Collectors.joining(","));
        };
    }

    @Override
    public void publish(String session, byte[] json) {
        publisher.publish(session, json);
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    @Override
    public void close() {
        publisher.close();
        process.destroy();
    }
}

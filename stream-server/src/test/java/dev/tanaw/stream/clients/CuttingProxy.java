package dev.tanaw.stream.clients;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A line to the server on which each stream breaks somewhere, with a farewell of TCP or without,
/// until it has broken so many times. What is not a stream passes.
final class CuttingProxy implements AutoCloseable {
    private static final int REQUEST = 8192;

    private final ServerSocket door;
    private final int target;
    private final Random random;
    private final int most;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int begun;
    private int cuts;

    CuttingProxy(int target, long seed, int most) {
        this.target = target;
        this.random = new Random(seed);
        this.most = most;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized int cuts() {
        return cuts;
    }

    boolean isDone() {
        return cuts() >= most;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                sockets.add(near);
                threads.execute(() -> serve(near));
            } catch (IOException e) {
                return; // the door was closed
            }
        }
    }

    private void serve(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(far);
            byte[] request = new byte[REQUEST];
            int length = near.getInputStream().read(request);
            if (length < 0) {
                return;
            }
            String head = new String(request, 0, length, ISO_8859_1);
            boolean stream = head.startsWith("GET /stations/s");
            far.getOutputStream().write((stream ? head : closing(head)).getBytes(ISO_8859_1));
            threads.execute(() -> pass(near, far));
            if (stream) {
                passUntilCut(far, near);
            } else {
                pass(far, near);
            }
        } catch (IOException e) {
            // One end hung up: both are closed.
        }
    }

    /// No stream shall follow on the connection of a plain request.
    private static String closing(String head) {
        return head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
    }

    private void passUntilCut(Socket from, Socket to) throws IOException {
        Cut cut = next();
        byte[] buffer = new byte[8192];
        InputStream in = from.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            int length = isDone() ? -1 : placeOf(cut, buffer, read);
            to.getOutputStream().write(buffer, 0, length < 0 ? read : length);
            if (length >= 0) {
                breakOff(to);
                return;
            }
        }
    }

    private static int placeOf(Cut cut, byte[] buffer, int read) {
        for (int at = 0; at < read; at++) {
            if (cut.isBehind(buffer[at])) {
                return at + 1;
            }
        }
        return -1;
    }

    private synchronized Cut next() {
        Cut.Place[] places = Cut.Place.values();
        return new Cut(places[begun++ % places.length], random);
    }

    /// With a FIN, as when a server ends well, or with a reset, as when a machine forgot it.
    private synchronized void breakOff(Socket socket) throws IOException {
        cuts++;
        if (random.nextBoolean()) {
            socket.setSoLinger(true, 0);
        }
        socket.close();
    }

    private static void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One end hung up: both are closed.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}

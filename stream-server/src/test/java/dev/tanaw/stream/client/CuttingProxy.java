package dev.tanaw.stream.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands between a client and a server and passes on their bytes. Cuts each connection after some
/// bytes of the answer, anywhere, in the middle of a frame or of a character; every other time by a
/// reset, which also takes what is under way.
public final class CuttingProxy implements AutoCloseable {
    private static final int NEVER = Integer.MAX_VALUE;

    private final ServerSocket listening;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int target;
    private volatile int mostBytes = NEVER;
    private boolean frozen;

    public CuttingProxy(int target, long seed) {
        this.target = target;
        this.random = new Random(seed);
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    /// From now on each connection ends after at most so many bytes.
    public CuttingProxy cutting(int bytes) {
        mostBytes = bytes;
        return this;
    }

    public synchronized void heal() {
        mostBytes = NEVER;
        frozen = false;
        notifyAll();
    }

    /// Connections stay, and nothing passes any more: what a pulled cable looks like.
    public synchronized void freeze() {
        frozen = true;
    }

    private synchronized void awaitThaw() throws IOException {
        try {
            while (frozen) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /// New connections go there; the old ones end.
    public void lead(int port) {
        target = port;
        open.forEach(CuttingProxy::end);
    }

    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            Thread.ofVirtual().start(() -> pass(client, server, NEVER));
            int most = mostBytes;
            if (!pass(server, client, most == NEVER ? NEVER : 1 + nextInt(most))) {
                cuts.incrementAndGet();
                client.setSoLinger(nextInt(2) == 0, 0);
            }
        } catch (IOException e) {
            // one of the two has gone, which the other will see
        } finally {
            open.remove(client);
        }
    }

    private synchronized int nextInt(int bound) {
        return random.nextInt(bound);
    }

    /// False when the bytes were used up before the end.
    private boolean pass(Socket from, Socket to, int bytes) {
        byte[] buffer = new byte[8192];
        int left = bytes;
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (left > 0) {
                int read = in.read(buffer, 0, Math.min(left, buffer.length));
                if (read < 0) {
                    end(to);
                    return true;
                }
                awaitThaw();
                out.write(buffer, 0, read);
                left -= bytes == NEVER ? 0 : read;
            }
            return false;
        } catch (IOException e) {
            end(to);
            return true;
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        heal();
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(CuttingProxy::end);
    }
}

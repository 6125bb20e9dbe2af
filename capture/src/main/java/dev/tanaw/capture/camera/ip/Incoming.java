package dev.tanaw.capture.camera.ip;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One place between the thread that waits on the socket and the one that decodes: the newest
/// picture wins, and the end of the stream is told after the last picture was taken.
final class Incoming {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte @Nullable [] picture;
    private @Nullable IOException end;
    private long count;
    private long taken;

    void put(byte[] newest) {
        lock.lock();
        try {
            picture = newest;
            count++;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void end(IOException reason) {
        lock.lock();
        try {
            end = reason;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /// @return empty when nothing came for so long
    /// @throws IOException when the stream has ended
    Optional<byte[]> take(Duration patience) throws IOException, InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (picture == null && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            byte[] newest = picture;
            picture = null;
            if (newest != null) {
                taken = count;
                return Optional.of(newest);
            }
            if (end != null) {
                throw end;
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// Of the picture taken last, counting all that came: a hole shows what was overwritten.
    long number() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }
}

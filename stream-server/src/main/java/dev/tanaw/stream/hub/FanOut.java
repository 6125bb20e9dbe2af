package dev.tanaw.stream.hub;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wakes readers. Where there are more than a few, a thread of its own does, and a publisher only
/// marks their topic; each topic is queued at most once, which bounds the queue by the number of
/// topics. Wakes are cheap and never block: a reader whose socket is full goes on from Jetty's
/// selector.
final class FanOut implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FanOut.class);

    private static final int FEW = 4;

    private final Queue<Topic> dirty = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean stopped;

    FanOut() {
        thread = Thread.ofPlatform().name("fan-out").daemon().start(this::loop);
    }

    /// Never blocks. A few readers are woken on the caller's thread, which saves handing over to
    /// another: a third of the work and of the time when there is one reader. Only who has had
    /// everything else is written to there; whoever is behind goes on where its last write ended.
    /// Many are left to the one thread, whose readers get what has gathered meanwhile in one write.
    /// The numbers are those of the cases A, B and H of `./tanaw bench stream`.
    void tell(Topic topic) {
        int readers = topic.readers().size();
        if (readers > FEW) {
            mark(topic);
        } else if (readers > 0) {
            wake(topic);
        }
    }

    private void mark(Topic topic) {
        if (topic.soil()) {
            dirty.add(topic);
            if (idle) {
                LockSupport.unpark(thread);
            }
        }
    }

    private void loop() {
        while (!stopped) {
            Topic topic = dirty.poll();
            if (topic != null) {
                wake(topic);
                continue;
            }
            idle = true;
            if (dirty.isEmpty() && !stopped) {
                LockSupport.park(this);
            }
            idle = false;
        }
    }

    private static void wake(Topic topic) {
        topic.clean(); // before the readers look, so that what comes after marks it again
        for (Reader reader : topic.readers()) {
            try {
                reader.wake();
            } catch (RuntimeException e) {
                LOG.warn("a reader could not be woken", e);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}

package dev.tanaw.stream.hub;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
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

    /// From one write to the readers of a topic until the next: what comes meanwhile goes with it.
    /// With 50 readers of 1,000 events a second that is half the writes, which are most of the
    /// work.
    private static final long GATHER = TimeUnit.MILLISECONDS.toNanos(2);

    private final Queue<Topic> dirty = new ConcurrentLinkedQueue<>();

    /// Topics that were served just now; the fan-out thread's own.
    private final PriorityQueue<Held> held =
            new PriorityQueue<>((a, b) -> Long.signum(a.due() - b.due()));

    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean stopped;

    FanOut() {
        thread = Thread.ofPlatform().name("fan-out").daemon().start(this::loop);
    }

    /// @param due by [System#nanoTime]
    private record Held(Topic topic, long due) {}

    /// Never blocks. A few readers are woken on the caller's thread, which saves handing over to
    /// another: a third of the work and of the time when there is one reader. Only who has had
    /// everything else is written to there; whoever is behind goes on where its last write ended.
    /// Many are left to the one thread, whose readers get what has gathered meanwhile in one write,
    /// at most one in two milliseconds. The numbers are those of the cases A, B and H of `./tanaw
    /// bench stream`.
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
            long now = System.nanoTime();
            if (!held.isEmpty() && held.element().due() - now <= 0) {
                serve(held.remove().topic(), now);
                continue;
            }
            Topic topic = dirty.poll();
            if (topic == null) {
                rest(now);
            } else if (topic.servedAt() + GATHER - now > 0) {
                held.add(new Held(topic, topic.servedAt() + GATHER));
            } else {
                serve(topic, now);
            }
        }
    }

    private static void serve(Topic topic, long now) {
        topic.serveAt(now);
        wake(topic);
    }

    private void rest(long now) {
        idle = true;
        if (dirty.isEmpty() && !stopped) {
            if (held.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, held.element().due() - now);
            }
        }
        idle = false;
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

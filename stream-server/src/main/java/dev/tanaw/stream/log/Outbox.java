package dev.tanaw.stream.log;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Stands between a log and its journal: what was accepted is seen by nobody until it was written,
/// or until there is nothing more to write to. Safe for any thread; uses its log's lock.
final class Outbox {
    private final Object lock;
    private final LongSupplier head;
    private final Pending pending = new Pending();
    private boolean keeping;
    private boolean finishing;

    /// `head` is the offset of the newest event that can be seen.
    Outbox(Object lock, LongSupplier head) {
        this.lock = lock;
        this.head = head;
    }

    /// From now on there is a journal.
    void open() {
        synchronized (lock) {
            keeping = true;
        }
    }

    boolean isKeeping() {
        synchronized (lock) {
            return keeping;
        }
    }

    /// `show` makes visible what the entries say, under the lock.
    void add(Stream<Entry> entries, Runnable show) {
        synchronized (lock) {
            pending.add(new Pending.Group(entries.toList(), show));
            lock.notifyAll();
        }
    }

    /// Nothing more will come: [#toWrite] no longer waits.
    void finish() {
        synchronized (lock) {
            finishing = true;
            lock.notifyAll();
        }
    }

    /// Waits for something to write; empty when there is nothing and no more will come.
    List<List<Entry>> toWrite() throws InterruptedException {
        synchronized (lock) {
            while (keeping && !finishing && pending.isEmpty()) {
                lock.wait();
            }
            return keeping ? pending.first() : List.of();
        }
    }

    /// The oldest `count` groups are written and may be seen. Calls those who waited for it;
    /// returns the sessions whose events they are.
    Set<String> written(int count) {
        Set<String> shown;
        List<Runnable> due;
        synchronized (lock) {
            shown = pending.show(count);
            due = pending.due(head.getAsLong());
        }
        due.forEach(Runnable::run);
        return shown;
    }

    /// From now on in memory only. Returns the sessions whose events could not be seen before;
    /// empty when it was so already.
    Optional<Set<String>> giveUp() {
        Set<String> shown;
        List<Runnable> due;
        synchronized (lock) {
            if (!keeping) {
                return Optional.empty();
            }
            keeping = false;
            shown = pending.showAll();
            due = pending.due(head.getAsLong());
            lock.notifyAll();
        }
        due.forEach(Runnable::run);
        return Optional.of(shown);
    }

    boolean isStuck() {
        synchronized (lock) {
            return keeping && pending.isStuck(System.nanoTime());
        }
    }

    boolean isAllShown() {
        synchronized (lock) {
            return pending.isEmpty();
        }
    }

    /// Calls `then` when the event with this offset can be seen: at once on this thread, or later
    /// on another.
    void whenShown(long offset, Runnable then) {
        synchronized (lock) {
            if (head.getAsLong() < offset) {
                pending.await(offset, then);
                return;
            }
        }
        then.run();
    }
}

package dev.tanaw.stream.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was accepted and waits to be written before anybody may see it. Not thread-safe: guarded by
/// its log's lock.
final class Pending {
    /// A disk that takes longer than this for anything is no longer waited for.
    static final long PATIENCE_NANOS = 1_000_000_000L;

    /// Nor may more than this gather in memory.
    static final long MAX_BYTES = 16L << 20;

    private static final int WRITE_BYTES = 1 << 20;

    private final Deque<Group> groups = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long bytes;

    /// Entries that are written together, and what makes them visible.
    record Group(List<Entry> entries, Runnable show, int bytes, long since) {
        Group(List<Entry> entries, Runnable show) {
            this(entries, show, size(entries), System.nanoTime());
        }

        private static int size(List<Entry> entries) {
            int size = 0;
            for (Entry entry : entries) {
                size += entry instanceof Entry.Lasting lasting ? lasting.json().length : 0;
            }
            return size;
        }
    }

    private record Waiter(long offset, Runnable then) {}

    void add(Group group) {
        groups.add(group);
        bytes += group.bytes();
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /// As much as one write takes, at least one; they stay here until [#show].
    List<List<Entry>> first() {
        List<List<Entry>> some = new ArrayList<>();
        long sum = 0;
        for (Group group : groups) {
            sum += group.bytes();
            if (!some.isEmpty() && sum > WRITE_BYTES) {
                break;
            }
            some.add(group.entries());
        }
        return some;
    }

    /// Returns the sessions whose events were shown.
    Set<String> show(int count) {
        Set<String> sessions = new HashSet<>();
        for (int i = 0; i < count && !groups.isEmpty(); i++) {
            Group group = groups.remove();
            bytes -= group.bytes();
            group.show().run();
            group.entries().forEach(entry -> session(entry).ifPresent(sessions::add));
        }
        return sessions;
    }

    private static Optional<String> session(Entry entry) {
        return switch (entry) {
            case Entry.Lasting lasting -> lasting.origin().session();
            case Entry.Passed passed -> passed.origin().session();
            case Entry.Ended ended -> Optional.of(ended.session());
            case Entry.Taken taken -> Optional.of(taken.session());
            case Entry.Standing standing -> Optional.of(standing.session());
            case Entry.Status _ -> Optional.empty();
        };
    }

    Set<String> showAll() {
        return show(groups.size());
    }

    boolean isStuck(long now) {
        return bytes > MAX_BYTES
                || (!groups.isEmpty() && now - groups.getFirst().since() > PATIENCE_NANOS);
    }

    void await(long offset, Runnable then) {
        waiters.add(new Waiter(offset, then));
    }

    /// Those who waited for offsets up to `head`.
    List<Runnable> due(long head) {
        List<Runnable> due = new ArrayList<>();
        waiters.removeIf(waiter -> waiter.offset() <= head && due.add(waiter.then()));
        return due;
    }
}

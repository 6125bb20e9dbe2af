package dev.tanaw.stream.hub;

import dev.tanaw.stream.log.Feed;
import dev.tanaw.stream.log.Filter;
import dev.tanaw.stream.log.Form;
import dev.tanaw.stream.log.Frame;
import dev.tanaw.stream.log.Pace;
import dev.tanaw.stream.log.Slice;
import dev.tanaw.stream.log.Snapshot;
import dev.tanaw.stream.log.View;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/// A feed and those who follow it. Readers at the same place share the bytes of a write and of a
/// snapshot: both are made once and found again until the next differs or the memory is wanted, so
/// that a quiet topic holds nothing but its feed.
public final class Topic {
    private final Feed feed;
    private final Optional<String> session;
    private final ControlFrames control;
    private final CopyOnWriteArrayList<Reader> readers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean dirty = new AtomicBoolean();
    private long servedAt = System.nanoTime() - Duration.ofHours(1).toNanos();
    private final Map<Kind, WeakReference<Batch>> shared = new ConcurrentHashMap<>();
    private final Map<Form, WeakReference<Encoded>> encoded = new ConcurrentHashMap<>();

    Topic(Feed feed, Optional<String> session, ControlFrames control) {
        this.feed = feed;
        this.session = session;
        this.control = control;
    }

    /// Bytes for the events after `after` up to `through`, the oldest of which was published at
    /// `since`.
    record Batch(long after, long through, ByteBuffer bytes, int skipped, long since) {}

    /// What a batch that is shared depends on beside its place.
    private record Kind(Form form, boolean sparse) {}

    /// A snapshot as a frame.
    record Encoded(long offset, ByteBuffer bytes) {}

    Feed feed() {
        return feed;
    }

    Optional<String> session() {
        return session;
    }

    /// Of so many heartbeats one can be seen by a page. Whoever watches everything must know soon
    /// that a link is dead; a comment is enough to keep the many streams of single sessions open.
    int heartbeatsPerBeat() {
        return session.isPresent() ? 4 : 1;
    }

    List<Reader> readers() {
        return readers;
    }

    void join(Reader reader) {
        readers.add(reader);
    }

    void leave(Reader reader) {
        readers.remove(reader);
        if (readers.isEmpty()) {
            shared.clear();
            encoded.clear();
        }
    }

    /// When its readers were last written to by the fan-out's thread, by [System#nanoTime]; that
    /// thread's own.
    long servedAt() {
        return servedAt;
    }

    void serveAt(long now) {
        servedAt = now;
    }

    /// True for the first caller since [#clean].
    boolean soil() {
        return !dirty.get() && dirty.compareAndSet(false, true);
    }

    void clean() {
        dirty.set(false);
    }

    /// Empty when the feed no longer holds all that follows.
    Optional<Batch> batch(long after, long upTo, Filter filter, Pace pace, Form form, View view) {
        boolean common = filter.isAll() && upTo == Long.MAX_VALUE && view == View.MASKED;
        Kind kind = new Kind(form, pace == Pace.SPARSE);
        Optional<Batch> last =
                last(shared, kind)
                        .filter(each ->
                                common && each.after() == after && each.through() == feed.head());
        if (last.isPresent()) {
            return last;
        }
        return switch (feed.read(after, upTo, filter, pace)) {
            case Slice.Lost _ -> Optional.empty();
            case Slice.Frames slice -> {
                Batch batch =
                        new Batch(
                                after,
                                slice.through(),
                                join(slice, form, view),
                                slice.skipped(),
                                since(slice));
                if (common && (kind.sparse() || slice.skipped() == 0) && readers.size() > 1) {
                    shared.put(kind, new WeakReference<>(batch));
                }
                yield Optional.of(batch);
            }
        };
    }

    Encoded snapshot(Filter filter, Form form, View view) {
        boolean common = filter.isAll() && view == View.MASKED;
        Optional<Encoded> last =
                last(encoded, form).filter(each -> common && each.offset() == feed.head());
        if (last.isPresent()) {
            return last.get();
        }
        Snapshot snapshot = feed.snapshot(filter);
        Encoded fresh =
                new Encoded(snapshot.offset(), control.snapshot(form, session, snapshot.as(view)));
        if (common) {
            encoded.put(form, new WeakReference<>(fresh));
        }
        return fresh;
    }

    private static <K, T> Optional<T> last(Map<K, WeakReference<T>> made, K key) {
        return Optional.ofNullable(made.get(key)).flatMap(each -> Optional.ofNullable(each.get()));
    }

    private static long since(Slice.Frames slice) {
        return slice.frames().isEmpty() ? 0 : slice.frames().getFirst().published();
    }

    private static ByteBuffer join(Slice.Frames slice, Form form, View view) {
        List<Frame> frames = slice.frames().stream().map(frame -> frame.as(view)).toList();
        if (frames.size() == 1) {
            return frames.getFirst().alone(form);
        }
        byte[] joined = new byte[frames.stream().mapToInt(frame -> frame.length(form)).sum()];
        int at = 0;
        for (Frame frame : frames) {
            frame.copyTo(form, joined, at);
            at += frame.length(form);
        }
        return ByteBuffer.wrap(joined).asReadOnlyBuffer();
    }
}

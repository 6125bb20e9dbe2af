package dev.tanaw.stream.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The newest frames of a log within a bound, oldest evicted first. Offsets rise but need not be
/// contiguous: a session's ring holds only its own. Not thread-safe: guarded by its log's lock.
final class Ring {
    /// Frames looked at in one read: bounds the time under the lock for a filter that wants little.
    private static final int SCAN = 4096;

    private final Bound bound;
    private Frame[] frames = new Frame[16];

    /// Bytes ever added up to and including the frame in the same place.
    private long[] ends = new long[16];

    private int first;
    private int count;
    private long added;
    private long held;
    private long lostThrough;

    Ring(Bound bound, long lostThrough) {
        this.bound = bound;
        this.lostThrough = lostThrough;
    }

    void add(Frame frame) {
        if (count == frames.length) {
            grow();
        }
        int at = place(count);
        added += frame.length();
        held += frame.held();
        frames[at] = frame;
        ends[at] = added;
        count++;
    }

    boolean isOverfull() {
        return count > bound.events() || (held > bound.bytes() && count > 1);
    }

    Frame removeOldest() {
        Frame oldest = frames[first];
        held -= oldest.held();
        lostThrough = oldest.offset();
        Arrays.fill(frames, first, first + 1, null);
        first = place(1);
        count--;
        return oldest;
    }

    void forgetValues() {
        for (int i = 0; i < count; i++) {
            frames[place(i)].forgetValues();
        }
    }

    /// Forgets what the log of all sessions has forgotten.
    void forgetThrough(long offset) {
        while (count > 0 && frames[first].offset() <= offset) {
            removeOldest();
        }
    }

    long lostThrough() {
        return lostThrough;
    }

    int count() {
        return count;
    }

    long bytes() {
        return held;
    }

    Slice read(long after, long upTo, Filter filter, Pace pace) {
        if (after < lostThrough) {
            return new Slice.Lost();
        }
        int index = indexAfter(after);
        boolean behind = index < count && added - startOf(index) > Feed.WRITE_BYTES;
        List<Frame> taken = new ArrayList<>(Math.min(count - index, 16));
        long through = after;
        long bytes = 0;
        int skipped = 0;
        int stop = Math.min(count, index + SCAN);
        for (; index < stop; index++) {
            Frame frame = frames[place(index)];
            if (frame.offset() > upTo) {
                break;
            }
            if (filter.wants(frame)) {
                if (pace.skips(frame, behind)) {
                    skipped++;
                } else if (bytes > 0 && bytes + frame.length() > Feed.WRITE_BYTES) {
                    break;
                } else {
                    taken.add(frame);
                    bytes += frame.length();
                }
            }
            through = frame.offset();
        }
        if (index == count && upTo != Long.MAX_VALUE) {
            through = Math.max(through, upTo); // what lies between is not kept
        }
        return new Slice.Frames(taken, through, skipped);
    }

    private int indexAfter(long offset) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (frames[place(middle)].offset() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long startOf(int index) {
        int at = place(index);
        return ends[at] - frames[at].length();
    }

    private int place(int index) {
        return (first + index) % frames.length;
    }

    private void grow() {
        Frame[] wider = new Frame[frames.length * 2];
        long[] widerEnds = new long[wider.length];
        for (int i = 0; i < count; i++) {
            wider[i] = frames[place(i)];
            widerEnds[i] = ends[place(i)];
        }
        frames = wider;
        ends = widerEnds;
        first = 0;
    }
}

package dev.tanaw.capture.camera;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A place for one frame: the newest wins, the one it replaces is closed. Any thread may put, any
/// may take; whoever takes a frame owns its share.
public final class Latest implements FrameSlot, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private @Nullable Frame frame;
    private boolean closed;

    @Override
    public void put(Frame newest) {
        Frame replaced;
        lock.lock();
        try {
            replaced = closed ? newest : frame;
            frame = closed ? null : newest;
            filled.signal();
        } finally {
            lock.unlock();
        }
        if (replaced != null) {
            replaced.close();
        }
    }

    /// Waits until there is a frame.
    public Frame take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (frame == null) {
                filled.await();
            }
            return takeNow(frame);
        } finally {
            lock.unlock();
        }
    }

    /// Waits so long at most.
    public Optional<Frame> poll(long time, TimeUnit unit) throws InterruptedException {
        long left = unit.toNanos(time);
        lock.lockInterruptibly();
        try {
            while (frame == null && left > 0) {
                left = filled.awaitNanos(left);
            }
            return Optional.ofNullable(frame).map(this::takeNow);
        } finally {
            lock.unlock();
        }
    }

    /// The newest frame that nobody has taken yet, without waiting.
    public Optional<Frame> poll() {
        lock.lock();
        try {
            return Optional.ofNullable(frame).map(this::takeNow);
        } finally {
            lock.unlock();
        }
    }

    private Frame takeNow(Frame taken) {
        frame = null;
        return taken;
    }

    /// What is in it is closed, and so is everything that is put from now on.
    @Override
    public void close() {
        Frame left;
        lock.lock();
        try {
            closed = true;
            left = frame;
            frame = null;
        } finally {
            lock.unlock();
        }
        if (left != null) {
            left.close();
        }
    }
}

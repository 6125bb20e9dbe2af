package dev.tanaw.capture.camera.webcam;

import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One thread on which native calls are made, so that one that never returns costs a thread and not
/// the program. After a time-out nothing more is asked of it.
final class Bounded implements AutoCloseable {
    private final ExecutorService thread;
    private volatile boolean stuck;

    Bounded(String name) {
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon(true).factory());
    }

    /// @param what is done, for the message
    /// @throws CameraException after the limit, or when the library failed
    <T> T call(String what, Duration limit, Callable<T> work)
            throws CameraException, InterruptedException {
        if (stuck) {
            throw new CameraException(Fault.STALLED, what + ": an earlier call has not returned");
        }
        Future<T> result = thread.submit(work);
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            stuck = true;
            result.cancel(true);
            throw new CameraException(
                    Fault.STALLED, what + " took longer than " + limit.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure(what, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            result.cancel(true);
            throw e;
        }
    }

    private static CameraException failure(String what, Throwable cause) {
        return switch (cause) {
            case CameraException known -> known;
            case LinkageError missing ->
                    new CameraException(
                            Fault.NOT_FOUND,
                            what
                                    + ": the webcam library cannot be loaded on this system ("
                                    + missing.getMessage()
                                    + "); use a network camera or the replay camera",
                            missing);
            default -> new CameraException(Fault.DISCONNECTED, what + " failed", cause);
        };
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

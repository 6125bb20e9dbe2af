package dev.tanaw.desktop.kiosk;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import javafx.application.Platform;

/// The one door to the JavaFX thread.
final class FxThread {
    private FxThread() {}

    /// Starts JavaFX unless it runs already. It stays when the last window closes: whoever started
    /// the program ends it.
    static void start() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException _) {
            // JavaFX offers no way to ask; this is how it says that it runs already.
        }
        Platform.setImplicitExit(false);
    }

    static void run(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    /// The same length of time in JavaFX's own type.
    static javafx.util.Duration duration(java.time.Duration length) {
        return javafx.util.Duration.millis(length.toNanos() / 1e6);
    }

    /// Waits for the answer; what failed there fails here.
    static <T> T call(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        run(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the window was made", e);
        }
    }
}

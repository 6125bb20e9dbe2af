package dev.tanaw.stream.client;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;

/// The body of an answer, piece by piece, with a limit to the waiting that a plain stream does not
/// have. At most one piece lies here unread: the rest waits at the server.
final class Chunks implements BodySubscriber<Chunks> {
    /// One piece, the end, and the end once more when it is cancelled.
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(3);

    private Optional<Subscription> subscription = Optional.empty();

    sealed interface Part {}

    record Piece(List<ByteBuffer> buffers) implements Part {
        Piece {
            buffers = List.copyOf(buffers);
        }
    }

    record End() implements Part {}

    @Override
    public CompletionStage<Chunks> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public synchronized void onSubscribe(Subscription subscribed) {
        subscription = Optional.of(subscribed);
        subscribed.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        var _ = parts.offer(new Piece(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        var _ = parts.offer(new End());
    }

    @Override
    public void onComplete() {
        var _ = parts.offer(new End());
    }

    /// Empty when nothing came for so long.
    Optional<Part> next(Duration patience) throws InterruptedException {
        Optional<Part> part =
                Optional.ofNullable(parts.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
        if (part.isPresent()) {
            subscribed().ifPresent(each -> each.request(1));
        }
        return part;
    }

    /// Lets go of the connection.
    void cancel() {
        subscribed().ifPresent(Subscription::cancel);
    }

    private synchronized Optional<Subscription> subscribed() {
        return subscription;
    }
}

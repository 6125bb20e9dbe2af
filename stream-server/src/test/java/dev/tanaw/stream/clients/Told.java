package dev.tanaw.stream.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The numbers of the events that a client was told of, in its order.
final class Told {
    private final List<Long> numbers = new ArrayList<>();

    synchronized void tell(String data) {
        int at = data.indexOf("\"n\":");
        if (at >= 0) {
            numbers.add(Long.valueOf(data.substring(at + 4, data.indexOf('}', at))));
            notifyAll();
        }
    }

    /// As soon as this number was told, or what there is when that takes too long.
    synchronized List<Long> upTo(long last, long patienceMillis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        long left = patienceMillis;
        while (!numbers.contains(last) && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        }
        return List.copyOf(numbers);
    }
}

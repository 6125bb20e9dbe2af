package dev.tanaw.stream.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers all that it hears.
final class Ear implements Listener {
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    @Override
    public void hear(Heard one) {
        heard.add(one);
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    <T extends Heard> List<T> all(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean has(Heard one) {
        return heard.contains(one);
    }

    /// The numbers in the events that were told one by one.
    List<Long> numbers() {
        return all(Heard.Event.class).stream().map(event -> number(event.json())).toList();
    }

    static long number(byte[] json) {
        String text = new String(json, UTF_8);
        int at = text.indexOf("\"seq\":") + 6;
        return Long.parseLong(text.substring(at, text.indexOf(',', at)));
    }
}

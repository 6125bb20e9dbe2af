package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import java.util.ArrayDeque;

/// The last few sprites, because a document that is turned over is two.
final class Sprites implements AutoCloseable {
    private static final int KEPT = 3;

    private final ArrayDeque<Sprite> recent = new ArrayDeque<>();

    Sprite of(Prop prop, double shown) {
        for (Sprite sprite : recent) {
            if (sprite.prop().equals(prop)) {
                return sprite;
            }
        }
        if (recent.size() == KEPT) {
            recent.removeLast().close();
        }
        recent.addFirst(Sprite.of(prop, shown));
        return recent.getFirst();
    }

    @Override
    public void close() {
        recent.forEach(Sprite::close);
        recent.clear();
    }
}

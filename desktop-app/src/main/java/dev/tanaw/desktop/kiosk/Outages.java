package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.Side;
import dev.tanaw.desktop.kiosk.Screen.Outage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which of the station's cameras are away.
record Outages(Map<CameraRole, Outage> away) {
    static final Outages NONE = new Outages(Map.of());

    Outages {
        away = Map.copyOf(away);
    }

    Outages lost(CameraRole role, Outage outage) {
        Map<CameraRole, Outage> next = new EnumMap<>(CameraRole.class);
        next.putAll(away);
        next.put(role, outage);
        return new Outages(next);
    }

    Outages found(CameraRole role) {
        Map<CameraRole, Outage> next = new EnumMap<>(CameraRole.class);
        next.putAll(away);
        next.remove(role);
        return new Outages(next);
    }

    Optional<Outage> any() {
        return first(Side.FRONT).or(() -> first(Side.FACE));
    }

    /// What keeps this side from being taken.
    Optional<Outage> first(Side side) {
        return away.entrySet().stream()
                .filter(camera -> camera.getKey().takes(side))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

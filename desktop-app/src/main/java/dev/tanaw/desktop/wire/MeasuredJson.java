package dev.tanaw.desktop.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.Component;
import dev.tanaw.capture.event.GateReading;

/// Measured values as they go over the wire.
final class MeasuredJson {
    private MeasuredJson() {}

    static void put(ObjectNode node, Component part) {
        node.put("component", part.name());
        put(node, "value", part.value());
        put(node, "score", part.score());
    }

    /// What could not be measured is null.
    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, WireEvent.round(value));
        } else {
            node.putNull(name);
        }
    }

    static void put(ObjectNode node, GateReading reading) {
        node.put("gate", WireEvent.lower(reading.gate()));
        put(node, "value", reading.value());
        node.put("limit", WireEvent.round(reading.limit()));
        node.put("unit", reading.gate().unit());
        node.put("pass", reading.pass());
    }
}

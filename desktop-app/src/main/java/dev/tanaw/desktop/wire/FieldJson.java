package dev.tanaw.desktop.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.CaptureEvent.FieldEdited;
import dev.tanaw.capture.event.CaptureEvent.FieldExtracted;
import dev.tanaw.capture.event.Field;

/// A value of the document on the wire, read or typed.
final class FieldJson {
    private FieldJson() {}

    static void read(ObjectNode data, FieldExtracted event, Mask mask) {
        Field field = event.field();
        data.put("side", WireEvent.lower(event.side()));
        data.put("field", field.name());
        data.put("value", mask.of(field));
        data.put("masked", mask.hides(field));
        data.put("confidence", WireEvent.round(field.confidence()));
        data.put("band", WireEvent.lower(field.band()));
        data.put("source", WireEvent.lower(field.source()));
        ArrayNode checks = data.putArray("checks");
        field.checks().forEach(checks::add);
        data.put("repaired", field.repaired());
        ArrayNode sources = data.putArray("sources");
        field.sources().forEach(source -> sources.add(WireEvent.lower(source)));
        data.put("conflict", field.conflict());
        ArrayNode alternatives = data.putArray("alternatives");
        for (Field.Alternative other : field.alternatives()) {
            alternatives
                    .addObject()
                    .put("value", mask.of(field.name(), other.value()))
                    .put("source", WireEvent.lower(other.source()))
                    .put("confidence", WireEvent.round(other.confidence()))
                    .put("agrees", other.agrees());
        }
        WireEvent.places(data.putArray("box"), field.box());
        data.put("since_shot_ms", event.sinceShot().toMillis());
    }

    /// What was read stays beside what was typed, in the same view.
    static void edited(ObjectNode data, FieldEdited event, Mask mask) {
        Field field = event.field();
        data.put("side", WireEvent.lower(event.side()));
        data.put("field", field.name());
        data.put("value", mask.of(field));
        data.put("masked", mask.hides(field));
        data.put("source", WireEvent.lower(field.source()));
        if (event.original().isEmpty()) {
            data.putNull("original");
            return;
        }
        Field original = event.original().get();
        data.putObject("original")
                .put("value", mask.of(original))
                .put("confidence", WireEvent.round(original.confidence()))
                .put("band", WireEvent.lower(original.band()))
                .put("source", WireEvent.lower(original.source()));
    }
}

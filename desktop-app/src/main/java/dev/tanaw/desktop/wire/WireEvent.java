package dev.tanaw.desktop.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.CaptureEvent.CameraFound;
import dev.tanaw.capture.event.CaptureEvent.CameraLost;
import dev.tanaw.capture.event.CaptureEvent.CaptureCompleted;
import dev.tanaw.capture.event.CaptureEvent.CaptureProgressed;
import dev.tanaw.capture.event.CaptureEvent.CaptureStarted;
import dev.tanaw.capture.event.CaptureEvent.ConsentAnswered;
import dev.tanaw.capture.event.CaptureEvent.DocumentChosen;
import dev.tanaw.capture.event.CaptureEvent.ExtractionCompleted;
import dev.tanaw.capture.event.CaptureEvent.ExtractionProgressed;
import dev.tanaw.capture.event.CaptureEvent.ExtractionStarted;
import dev.tanaw.capture.event.CaptureEvent.FacesCompared;
import dev.tanaw.capture.event.CaptureEvent.FieldEdited;
import dev.tanaw.capture.event.CaptureEvent.FieldExtracted;
import dev.tanaw.capture.event.CaptureEvent.GateFailed;
import dev.tanaw.capture.event.CaptureEvent.GatePassed;
import dev.tanaw.capture.event.CaptureEvent.MovementAsked;
import dev.tanaw.capture.event.CaptureEvent.Overridden;
import dev.tanaw.capture.event.CaptureEvent.PresenceChanged;
import dev.tanaw.capture.event.CaptureEvent.ProblemRaised;
import dev.tanaw.capture.event.CaptureEvent.QualityUpdated;
import dev.tanaw.capture.event.CaptureEvent.SessionEnded;
import dev.tanaw.capture.event.CaptureEvent.SessionInterrupted;
import dev.tanaw.capture.event.CaptureEvent.SessionStarted;
import dev.tanaw.capture.event.CaptureEvent.StateChanged;
import dev.tanaw.capture.event.CaptureEvent.StationBeat;
import dev.tanaw.capture.event.CaptureEvent.StationStatus;
import dev.tanaw.capture.event.CaptureEvent.StationTroubled;
import dev.tanaw.capture.event.CaptureEvent.SupervisorActed;
import dev.tanaw.capture.event.CaptureEvent.ValuesShown;
import dev.tanaw.capture.event.CaptureEvent.Warned;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.Side;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Retention;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An event as it goes over the wire: type, whether it may be coalesced, the key under which a
/// snapshot keeps the newest, and the envelope with every personal value masked. The wire's version
/// is [#VERSION]; `contract/` holds an example of each type.
///
/// @param full the same envelope with the values in it, where it has any
///
/// @param lasting true for what is never dropped or merged
public record WireEvent(
        String type, boolean lasting, String key, String json, Optional<String> full) {
    static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// As the stream server takes it.
    public Message message(String station, String session) {
        return new Message(
                station,
                session.isEmpty() ? Optional.empty() : Optional.of(session),
                type,
                lasting ? Retention.LASTING : Retention.PASSING,
                key,
                json.getBytes(StandardCharsets.UTF_8),
                full.map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    public static WireEvent of(String station, Recorded recorded) {
        String type = type(recorded.event());
        boolean personal =
                recorded.event() instanceof FieldExtracted
                        || recorded.event() instanceof FieldEdited;
        return new WireEvent(
                type,
                recorded.event().lasting(),
                key(type, recorded.event()),
                envelope(station, recorded, Mask.DOTS),
                personal ? Optional.of(envelope(station, recorded, Mask.NONE)) : Optional.empty());
    }

    private static String envelope(String station, Recorded recorded, Mask mask) {
        ObjectNode data = JSON.createObjectNode();
        fill(data, recorded.event(), mask);
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("v", VERSION);
        envelope.put("station", station);
        if (!recorded.session().isEmpty()) {
            envelope.put("session", recorded.session());
        }
        envelope.put("seq", recorded.seq());
        envelope.put("prev", recorded.prev());
        envelope.put("type", type(recorded.event()));
        envelope.put("time", recorded.time().truncatedTo(ChronoUnit.MILLIS).toString());
        envelope.put("elapsed_ms", recorded.elapsed().toMillis());
        envelope.set("data", data);
        return text(envelope);
    }

    private static String text(ObjectNode envelope) {
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values cannot be written", e);
        }
    }

    private static String key(String type, CaptureEvent event) {
        return switch (event) {
            case FieldExtracted e -> type + ":" + lower(e.side()) + ":" + e.field().name();
            case GatePassed e -> gateKey(e.side(), e.reading());
            case GateFailed e -> gateKey(e.side(), e.reading());
            case CaptureStarted e -> type + ":" + lower(e.side());
            case CaptureCompleted e -> type + ":" + lower(e.side());
            case ExtractionStarted e -> type + ":" + lower(e.side());
            case ExtractionCompleted e -> type + ":" + lower(e.side());
            case ProblemRaised e -> type + ":" + e.trouble().code();
            case Warned e -> type + ":" + e.trouble().code();
            case StationTroubled e -> "trouble:" + e.trouble().code();
            case FieldEdited e -> type + ":" + lower(e.side()) + ":" + e.field().name();
            case Overridden e -> type + ":" + lower(e.side());
            case SupervisorActed e -> type + ":" + matter(e);
            case CameraLost _, CameraFound _ -> "camera";
            case SessionStarted _,
                    StateChanged _,
                    QualityUpdated _,
                    CaptureProgressed _,
                    ExtractionProgressed _,
                    ConsentAnswered _,
                    DocumentChosen _,
                    PresenceChanged _,
                    MovementAsked _,
                    FacesCompared _,
                    ValuesShown _,
                    SessionEnded _,
                    SessionInterrupted _,
                    StationStatus _,
                    StationBeat _ ->
                    type;
        };
    }

    /// Passed and failed share a key: a snapshot tells how the gate stands now.
    private static String gateKey(Side side, GateReading reading) {
        return "gate:" + lower(side) + ":" + lower(reading.gate());
    }

    /// A snapshot tells the newest of each matter: whose it is now, the last message, what became
    /// of an approval. What was refused does not hide what was done.
    private static String matter(SupervisorActed acted) {
        if (acted.outcome() != ActionOutcome.DONE) {
            return "refused";
        }
        return switch (acted.action()) {
            case CLAIM, RELEASE -> "claim";
            case MESSAGE -> "message";
            case RETAKE_FRONT, RETAKE_BACK, RETAKE_FACE -> "retake";
            case APPROVE, DECLINE -> "approval";
        };
    }

    private static void acted(ObjectNode data, SupervisorActed acted) {
        data.put("id", acted.id());
        data.put("action", lower(acted.action()));
        data.put("name", acted.name());
        data.put("role", acted.role());
        if (!acted.text().isEmpty()) {
            data.put("text", acted.text());
        }
        data.put("outcome", lower(acted.outcome()));
    }

    private static void fill(ObjectNode data, CaptureEvent event, Mask mask) {
        switch (event) {
            case SessionStarted e -> {
                data.put("camera", e.camera());
                data.put("demonstration", e.demonstration());
                e.resumes().ifPresent(before -> data.put("resumes", before));
            }
            case StateChanged e -> {
                data.put("from", lower(e.from()));
                data.put("to", lower(e.to()));
                e.side().ifPresent(side -> data.put("side", lower(side)));
                e.reason().ifPresent(reason -> data.put("reason", lower(reason)));
                data.put("instruction", lower(e.instruction()));
                data.put("animation_ms", e.animation().toMillis());
                data.put("since_last_ms", e.sinceLast().toMillis());
            }
            case QualityUpdated e -> {
                data.put("side", lower(e.side()));
                data.put("frame", e.frame());
                data.put("instruction", lower(e.instruction()));
                ArrayNode gates = data.putArray("gates");
                e.gates().forEach(reading -> MeasuredJson.put(gates.addObject(), reading));
                places(data.putArray("outline"), e.outline());
            }
            case GatePassed e -> MeasuredJson.put(data.put("side", lower(e.side())), e.reading());
            case GateFailed e -> MeasuredJson.put(data.put("side", lower(e.side())), e.reading());
            case CaptureStarted e ->
                    data.put("side", lower(e.side())).put("countdown_ms", e.countdown().toMillis());
            case CaptureProgressed e ->
                    data.put("side", lower(e.side())).put("done", round(e.done()));
            case CaptureCompleted e -> {
                data.put("side", lower(e.side()));
                data.put("frame", e.frame());
                data.put("burst", e.burst());
                if (e.side().ofDocument()) {
                    data.put("dpi", round(e.dpi()));
                }
                ArrayNode gates = data.putArray("gates");
                e.gates().forEach(reading -> MeasuredJson.put(gates.addObject(), reading));
                if (!e.components().isEmpty()) {
                    ArrayNode components = data.putArray("components");
                    e.components().forEach(part -> MeasuredJson.put(components.addObject(), part));
                }
            }
            case ExtractionStarted e -> data.put("side", lower(e.side()));
            case FieldExtracted e -> FieldJson.read(data, e, mask);
            case ExtractionProgressed e ->
                    data.put("side", lower(e.side()))
                            .put("found", e.found())
                            .put("expected", e.expected());
            case ExtractionCompleted e -> {
                data.put("side", lower(e.side()));
                data.put("document_type", e.documentType());
                data.put("fields", e.fields());
                data.put("confidence", round(e.confidence()));
                data.put("since_shot_ms", e.sinceShot().toMillis());
            }
            case ConsentAnswered e -> data.put("answer", lower(e.answer())).put("text", e.text());
            case DocumentChosen e -> data.put("document", lower(e.kind()));
            case FieldEdited e -> FieldJson.edited(data, e, mask);
            case Overridden e -> {
                data.put("side", lower(e.side()));
                data.put("reason", lower(e.reason()));
                ArrayNode codes = data.putArray("codes");
                e.troubles().forEach(trouble -> codes.add(trouble.code()));
            }
            case MovementAsked e -> {
                data.put("movement", lower(e.movement()));
                data.put("answer", lower(e.answer()));
                data.put("number", e.number());
                data.put("of", e.of());
            }
            case FacesCompared e ->
                    MeasuredJson.put(
                            data.put("resemblance", lower(e.resemblance())),
                            "distance",
                            e.distance());
            case PresenceChanged e ->
                    data.put("presence", lower(e.presence()))
                            .put("wipe_in_ms", e.wipeIn().toMillis());
            case ValuesShown e -> data.put("to", e.to()).put("reason", e.reason());
            case SupervisorActed e -> acted(data, e);
            case Warned e -> data.put("code", e.trouble().code());
            case ProblemRaised e -> data.put("code", e.trouble().code());
            case StationTroubled e -> data.put("code", e.trouble().code()).put("over", e.over());
            case SessionEnded e -> data.put("outcome", lower(e.outcome()));
            case SessionInterrupted e -> {
                data.put("interrupted", e.session());
                data.put("started_at", e.startedAt().truncatedTo(ChronoUnit.MILLIS).toString());
                data.put("step", lower(e.step()));
                data.put("recovery", lower(e.recovery()));
                e.reason().ifPresent(reason -> data.put("reason", lower(reason)));
            }
            case StationStatus e -> {
                data.put("version", e.version());
                data.put("camera", e.camera());
                data.put("demonstration", e.demonstration());
                data.put("live", e.live());
                if (!e.site().isEmpty()) {
                    data.put("site", e.site());
                }
            }
            case StationBeat e -> data.put("every_ms", e.every().toMillis());
            case CameraLost e -> {
                data.put("role", lower(e.role()));
                data.put("fault", e.fault().toLowerCase(Locale.ROOT));
                data.put("retry_in_ms", e.retryIn().toMillis());
            }
            case CameraFound e -> {
                data.put("role", lower(e.role()));
                data.put("camera", e.camera());
                data.put("width", e.width());
                data.put("height", e.height());
            }
        }
    }

    static String type(CaptureEvent event) {
        return switch (event) {
            case SessionStarted _ -> "session_started";
            case StateChanged _ -> "state_change";
            case QualityUpdated _ -> "quality_update";
            case GatePassed _ -> "quality_gate_passed";
            case GateFailed _ -> "quality_gate_failed";
            case CaptureStarted _ -> "capture_start";
            case CaptureProgressed _ -> "capture_progress";
            case CaptureCompleted _ -> "capture_complete";
            case ExtractionStarted _ -> "extraction_start";
            case FieldExtracted _ -> "extraction_field";
            case ExtractionProgressed _ -> "extraction_progress";
            case ExtractionCompleted _ -> "extraction_complete";
            case ConsentAnswered _ -> "consent";
            case DocumentChosen _ -> "document_chosen";
            case FieldEdited _ -> "field_edited";
            case Overridden _ -> "override";
            case MovementAsked _ -> "movement";
            case FacesCompared _ -> "face_compared";
            case PresenceChanged _ -> "presence";
            case ValuesShown _ -> "values_shown";
            case SupervisorActed _ -> "supervisor_action";
            case Warned _ -> "warning";
            case ProblemRaised _ -> "problem";
            case SessionEnded _ -> "session_ended";
            case SessionInterrupted _ -> "session_interrupted";
            case StationStatus _ -> "station_status";
            case StationBeat _ -> "station_beat";
            case CameraLost _ -> "camera_lost";
            case CameraFound _ -> "camera_found";
            case StationTroubled _ -> "station_trouble";
        };
    }

    static void places(ArrayNode array, List<Field.Place> places) {
        places.forEach(place -> array.addArray().add(round(place.x())).add(round(place.y())));
    }

    /// Four decimals are more than a screen or a gate can tell apart, and keep messages short.
    static double round(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }

    static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}

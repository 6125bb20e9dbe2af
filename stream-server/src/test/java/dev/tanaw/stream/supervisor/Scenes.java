package dev.tanaw.stream.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.Consumer;

/// Sessions in the states in which a supervisor meets them. The people are those of ICAO's
/// specimens.
final class Scenes {
    private final Consumer<ObjectNode> publish;

    Scenes(Consumer<ObjectNode> publish) {
        this.publish = publish;
    }

    Tale station(String name, boolean demonstration) {
        return new Tale(name, "", Duration.ofMinutes(90), publish)
                .tell(
                        "station_status",
                        "{'version':'0.1.0','camera':'%s','demonstration':%s,'live':true}"
                                .formatted(
                                        demonstration ? "Replay camera" : "Logitech BRIO",
                                        demonstration))
                .tell(
                        "camera_found",
                        "{'camera':'%s','width':1280,'height':720}"
                                .formatted(demonstration ? "Replay camera" : "Logitech BRIO"));
    }

    Tale beats(String station, Duration every) {
        return new Tale(station, "", Duration.ofMinutes(90), publish)
                .tell("station_beat", "{'every_ms':%d}".formatted(every.toMillis()));
    }

    Tale begun(String station, String session, Duration age, boolean demonstration) {
        return new Tale(station, session, age, publish)
                .tell(
                        "session_started",
                        "{'camera':'%s','demonstration':%s}"
                                .formatted(demonstration ? "replay" : "webcam", demonstration),
                        Duration.ZERO)
                .tell(
                        "state_change",
                        change("ready", "searching", "front", "show_document"),
                        Duration.ZERO);
    }

    static String change(String from, String to, String side, String instruction) {
        return "{'from':'%s','to':'%s','side':'%s','instruction':'%s','animation_ms':0,'since_last_ms':240}"
                .formatted(from, to, side, instruction);
    }

    static String cancelled(String side, String reason, String instruction) {
        return "{'from':'countdown','to':'%s','side':'%s','reason':'%s','instruction':'%s','animation_ms':0,'since_last_ms':233}"
                .formatted(
                        side.equals("front") ? "searching" : "back_searching",
                        side,
                        reason,
                        instruction);
    }

    /// All gates as they stand when only glare is left to mend.
    static String glare(String side) {
        return quality(side, "less_glare", gate("glare", "0.012", 0.008, "share", false));
    }

    /// All gates pass.
    static String still(String side) {
        return quality(side, "do_not_move", gate("glare", "0.001", 0.008, "share", true));
    }

    private static String quality(String side, String instruction, String glare) {
        return "{'side':'%s','frame':118,'instruction':'%s','gates':[%s],'outline':[[0.18,0.16],[0.82,0.17],[0.81,0.83],[0.19,0.82]]}"
                .formatted(
                        side,
                        instruction,
                        String.join(
                                ",",
                                gate("document", "0.93", 0.5, "share", true),
                                gate("margin", "0.081", 0.02, "share", true),
                                gate("size", "0.64", 0.55, "share", true),
                                gate("resolution", "243.7", 150, "dpi", true),
                                gate("tilt", "3.2", 10, "degrees", true),
                                gate("stability", "0.982", 0.95, "iou", true),
                                gate("focus", "0.81", 0.5, "ratio", true),
                                gate("light", "0.58", 0.9, "share", true),
                                gate("contrast", "0.41", 0.3, "share", true),
                                glare));
    }

    static String blurred() {
        return "{'side':'front','frame':411,'instruction':'sharpen','gates':[%s],'outline':[]}"
                .formatted(
                        String.join(
                                ",",
                                gate("document", "0.71", 0.5, "share", true),
                                gate("margin", "0.034", 0.02, "share", true),
                                gate("size", "0.51", 0.55, "share", false),
                                gate("resolution", "141", 150, "dpi", false),
                                gate("stability", "0.871", 0.95, "iou", false),
                                gate("focus", "null", 0.5, "ratio", false)));
    }

    static String gate(String name, String value, double limit, String unit, boolean pass) {
        return "{'gate':'%s','value':%s,'limit':%s,'unit':'%s','pass':%s}"
                .formatted(name, value, limit, unit, pass);
    }

    static String field(String name, String value, double confidence, String source) {
        String band = confidence >= 0.9 ? "green" : confidence >= 0.75 ? "amber" : "red";
        return "{'side':'front','field':'%s','value':'%s','masked':true,'confidence':%s,'band':'%s','source':'%s','checks':['mrz_composite:pass'],'repaired':%s,'box':[],'since_shot_ms':212}"
                .formatted(name, value, confidence, band, source, confidence < 0.9);
    }

    /// The picture of the front is taken and its reading has begun.
    static Tale shot(Tale tale) {
        return tale.tell("state_change", change("searching", "locked", "front", "steady"))
                .tell("state_change", change("locked", "countdown", "front", "do_not_move"))
                .tell("capture_start", "{'side':'front','countdown_ms':600}")
                .tell(
                        "capture_complete",
                        "{'side':'front','frame':171,'burst':8,'dpi':243.7,'gates':[]}")
                .tell("state_change", change("countdown", "captured", "front", "reading"))
                .tell("extraction_start", "{'side':'front'}");
    }

    static Tale fields(Tale tale) {
        return tale.tell("extraction_progress", "{'side':'front','found':5,'expected':9}")
                .tell("extraction_field", field("last_name", "E•••••••", 0.97, "mrz"))
                .tell("extraction_field", field("first_name", "A••• M••••", 0.98, "mrz"))
                .tell("extraction_field", field("document_number", "•••••••••", 0.99, "mrz"))
                .tell("extraction_field", field("date_of_birth", "••••-••-••", 0.84, "mrz"))
                .tell("extraction_field", field("place_of_birth", "••••••••", 0.61, "printed"));
    }

    static Tale read(Tale tale) {
        return fields(shot(tale))
                .tell(
                        "extraction_complete",
                        "{'side':'front','document_type':'id_card','fields':5,'confidence':0.93,'since_shot_ms':260}")
                .tell("state_change", change("captured", "confirm", "front", "check"));
    }

    static Tale ended(Tale tale, String outcome) {
        return tale.tell(
                        "state_change",
                        "{'from':'confirm','to':'ready','instruction':'show_document','animation_ms':0,'since_last_ms':2100}")
                .tell("session_ended", "{'outcome':'%s'}".formatted(outcome));
    }
}

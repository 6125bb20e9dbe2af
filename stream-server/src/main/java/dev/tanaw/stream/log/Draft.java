package dev.tanaw.stream.log;

/// One event as a producer hands it over that leaves its number, time and envelope to the log.
/// `data` is a JSON object in UTF-8 on one line; it is sent byte for byte and must not be changed
/// afterwards. `key` names what the event replaces in a snapshot, as in [Message].
@SuppressWarnings("ArrayRecordComponent") // handed over, not compared
public record Draft(String type, Retention retention, String key, byte[] data) {
    public Draft {
        if (!Message.isEvent(type)) {
            throw new IllegalArgumentException("event type: " + Message.shortened(type));
        }
        if (key.isEmpty() || key.length() > Message.MAX_KEY) {
            throw new IllegalArgumentException("key of " + key.length() + " characters");
        }
        if (data.length < 2 || data.length > Message.MAX_BYTES) {
            throw new IllegalArgumentException("data of " + data.length + " bytes");
        }
        Message.refuseLineBreaks(data);
    }
}

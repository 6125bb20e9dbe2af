package dev.tanaw.stream.log;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The newest frame of each key, oldest first, and of each passing type. At most [#KEYS] keys: the
/// one that changed longest ago goes. Not thread-safe: guarded by its log's lock.
final class Latest {
    static final int KEYS = 1024;

    private final Map<String, Frame> byKey = new LinkedHashMap<>();
    private final Map<String, Frame> passing = new LinkedHashMap<>();
    private Optional<Frame> lasting = Optional.empty();

    /// `scope` keeps the stations apart where one table holds several.
    void put(String scope, String key, Frame frame) {
        String full = scope + "\n" + key;
        byKey.remove(full); // so that the order of the map is the order of the offsets
        byKey.put(full, frame);
        trim(byKey);
        if (frame.isLasting()) {
            lasting = Optional.of(frame);
        } else {
            Optional.ofNullable(passing.put(scope + "\n" + frame.type(), frame))
                    .ifPresent(frame::comeAfter);
            trim(passing);
        }
    }

    private static void trim(Map<String, Frame> frames) {
        if (frames.size() > KEYS) {
            frames.remove(frames.keySet().iterator().next());
        }
    }

    /// The lasting frames through an offset, for the journal.
    List<Entry.Lasting> standing(long through) {
        return byKey.entrySet().stream()
                .filter(each -> each.getValue().isLasting() && each.getValue().offset() <= through)
                .map(each -> {
                    String full = each.getKey();
                    return each.getValue().entry(full.substring(full.indexOf('\n') + 1));
                })
                .toList();
    }

    Collection<Frame> frames() {
        return Collections.unmodifiableCollection(byKey.values());
    }

    Optional<Frame> lastWord() {
        return lasting;
    }
}

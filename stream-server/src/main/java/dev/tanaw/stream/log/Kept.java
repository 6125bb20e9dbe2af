package dev.tanaw.stream.log;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a journal held when it was opened, and the epoch under which its log goes on.
record Kept(String epoch, List<Entry> entries) {
    Kept {
        entries = List.copyOf(entries);
    }

    /// Each segment begins with the state as far as nothing before it is needed; only the newest
    /// one of a session stands for all that is gone.
    Collection<Entry.Standing> standing() {
        Map<String, Entry.Standing> newest = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Standing standing) {
                newest.put(standing.session(), standing);
            }
        }
        return newest.values();
    }
}

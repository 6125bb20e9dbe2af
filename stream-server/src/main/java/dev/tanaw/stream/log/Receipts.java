package dev.tanaw.stream.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which submissions were taken, so that a second try is answered and not published again. Holds
/// the newest [#HELD] of all producers: the oldest goes. Not thread-safe: guarded by its log's
/// lock.
final class Receipts {
    static final int HELD = 65_536;

    private final Map<Name, Receipt> receipts = new LinkedHashMap<>();

    /// `born` tells two lives of one session id apart.
    private record Name(String session, long born, String key) {}

    private record Receipt(String fingerprint, Position first, int count) {}

    void put(SessionLog session, Submission.Once once, Position first, int count) {
        receipts.put(name(session, once), new Receipt(once.fingerprint(), first, count));
        if (receipts.size() > HELD) {
            receipts.remove(receipts.keySet().iterator().next());
        }
    }

    /// Empty when there was no such submission.
    Optional<Admission> of(SessionLog session, Submission.Once once) {
        return Optional.ofNullable(receipts.get(name(session, once)))
                .map(receipt ->
                        receipt.fingerprint().equals(once.fingerprint())
                                ? new Admission.Repeated(receipt.first(), receipt.count())
                                : new Admission.Refused(Admission.Reason.KEY_REUSED));
    }

    private static Name name(SessionLog session, Submission.Once once) {
        return new Name(session.id(), session.born(), once.key());
    }
}

package dev.tanaw.desktop.kiosk;

import java.util.Optional;

/// What somebody opened on top of the session's screen.
sealed interface Sheet {
    /// @param row whose value is typed
    record Editing(Findings.Row row) implements Sheet {}

    /// Why the document is accepted all the same.
    record Overruling() implements Sheet {}

    /// @param entered digits so far
    /// @param wrong how often it was wrong
    /// @param closedUntil until when no digit is taken, as [System#nanoTime]
    record Lock(String entered, int wrong, long closedUntil) implements Sheet {
        static final int LONGEST = 8;
        static final int TRIES = 5;

        /// After so many wrong ones in a row no digit is taken for so long.
        private static final long CLOSED_NANOS = 30_000_000_000L;

        Sheet tried(Optional<Pin> pin, long now) {
            if (pin.map(known -> known.is(entered)).orElse(true)) {
                return Operator.PLAIN;
            }
            int tries = wrong + 1;
            return new Lock("", tries, tries % TRIES == 0 ? now + CLOSED_NANOS : now);
        }

        /// The digits are nobody's business.
        @Override
        public String toString() {
            return "Lock[" + entered.length() + " digits]";
        }
    }

    /// @param code that lets a browser in, when somebody asked for one
    record Operator(Optional<PairingCode> code) implements Sheet {
        static final Operator PLAIN = new Operator(Optional.empty());
    }
}

package dev.tanaw.stream.http;

import java.util.concurrent.CompletionStage;

/// Does what a supervisor asks of a session that is in progress in this process. Called by a thread
/// of the server; must not block for long.
@FunctionalInterface
public interface Acting {
    /// The answer comes once the station has done it, or refused to.
    CompletionStage<Answer> act(Command command);

    /// @param action a word of the station's, like `claim`
    /// @param text what is written, or why; empty where nobody wrote anything
    /// @param name of the token
    record Command(String session, String action, String text, String name, String role) {
        /// What people write belongs in no log.
        @Override
        public String toString() {
            return "Command[" + session + ", " + action + ", " + name + "]";
        }
    }

    enum Verdict {
        DONE,
        /// The station knows it and does not do it now.
        REFUSED,
        /// The station has no such action.
        UNKNOWN,
        /// It takes words that are missing.
        WORDLESS,
        /// The session is not in progress in this process.
        ELSEWHERE
    }

    /// @param code why, of what was refused
    record Answer(Verdict verdict, String code) {
        public static Answer of(Verdict verdict) {
            return new Answer(verdict, "");
        }
    }
}

package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.ActionOutcome;
import dev.tanaw.capture.event.CaptureEvent;
import dev.tanaw.capture.event.Recorded;
import dev.tanaw.capture.event.SupervisorAction;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import dev.tanaw.stream.http.Acting;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Commands of supervisors on their way to the session, and its answers on their way back: the
/// event that the session gives for each is the answer. Commands come on threads of the server,
/// events on the session thread.
final class Supervisors implements Acting {
    /// Nobody has so many hands; more are refused.
    private static final int MAX_WAITING = 64;

    private final Supplier<Optional<String>> running;
    private final Supplier<String> ids;
    private final Consumer<Signal> session;
    private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    /// @param running the session that is in progress
    /// @param ids a new command id for each call
    /// @param session takes the signals
    Supervisors(
            Supplier<Optional<String>> running, Supplier<String> ids, Consumer<Signal> session) {
        this.running = running;
        this.ids = ids;
        this.session = session;
    }

    @Override
    public CompletionStage<Answer> act(Command command) {
        Optional<SupervisorAction> action = SupervisorAction.of(command.action());
        if (action.isEmpty()) {
            return CompletableFuture.completedFuture(Answer.of(Verdict.UNKNOWN));
        }
        if (command.text().isEmpty() && !action.get().explainsItself()) {
            return CompletableFuture.completedFuture(Answer.of(Verdict.WORDLESS));
        }
        if (!running.get().filter(command.session()::equals).isPresent()) {
            return CompletableFuture.completedFuture(Answer.of(Verdict.ELSEWHERE));
        }
        if (waiting.size() >= MAX_WAITING) {
            return CompletableFuture.completedFuture(new Answer(Verdict.REFUSED, "busy"));
        }
        String id = ids.get();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        session.accept(
                new Signal.Supervised(
                        Moment.now(),
                        command.session(),
                        id,
                        action.get(),
                        command.name(),
                        command.role(),
                        command.text()));
        return answer.whenComplete((_, _) -> waiting.remove(id));
    }

    void happened(Recorded recorded) {
        if (recorded.event() instanceof CaptureEvent.SupervisorActed acted) {
            Optional.ofNullable(waiting.get(acted.id()))
                    .ifPresent(answer -> answer.complete(answer(acted.outcome())));
        }
    }

    private static Answer answer(ActionOutcome outcome) {
        return outcome == ActionOutcome.DONE
                ? Answer.of(Verdict.DONE)
                : new Answer(Verdict.REFUSED, outcome.name().toLowerCase(Locale.ROOT));
    }
}

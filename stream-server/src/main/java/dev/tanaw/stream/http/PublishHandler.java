package dev.tanaw.stream.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tanaw.stream.hub.Hub;
import dev.tanaw.stream.log.Admission;
import dev.tanaw.stream.log.Draft;
import dev.tanaw.stream.log.Message;
import dev.tanaw.stream.log.Position;
import dev.tanaw.stream.log.Submission;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// `POST` and `PUT` of `/face/sessions/{id}/events`, and of `/stations/events` for what a station
/// tells of itself: events of a producer that is not in this process. In front of Javalin, because
/// a body that trickles in must not hold a thread.
final class PublishHandler extends Handler.Wrapper {
    static final int MAX_BODY = 1 << 20;

    /// A client that is still writing when it is refused often loses the answer with the
    /// connection: so much is listened to, and dropped, before it is cut off.
    private static final int MAX_HEARD = 16 << 20;

    static final Problem TOO_LARGE =
            new Problem(
                    HttpStatus.PAYLOAD_TOO_LARGE_413,
                    "too_large",
                    "A request takes 1 MiB at most, and the data of one event 256 KiB.");

    private static final String BEFORE = "/face/sessions/";
    private static final String AFTER = "/events";
    private static final String OF_STATION = "/stations/events";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final Hub hub;
    private final StationDesk desk;

    PublishHandler(Hub hub, StationDesk desk, Handler inner) {
        super(inner);
        this.hub = hub;
        this.desk = desk;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        boolean ofStation = path.equals(OF_STATION);
        boolean ofSession =
                path.startsWith(BEFORE)
                        && path.endsWith(AFTER)
                        && path.length() > BEFORE.length() + AFTER.length();
        boolean writes = request.getMethod().equals("POST") || request.getMethod().equals("PUT");
        if (!writes || !(ofStation || ofSession)) {
            return super.handle(request, response, callback);
        }
        Optional<String> session =
                ofStation
                        ? Optional.empty()
                        : Optional.of(
                                path.substring(BEFORE.length(), path.length() - AFTER.length()));
        Optional<String> station = Access.station(request);
        Optional<Problem> problem =
                station.isEmpty() ? Optional.of(Problem.malformedId()) : fault(session, request);
        if (problem.isPresent()) {
            problem.get().send(response, callback);
        } else {
            new Body(station.get(), session, request, response, callback).run();
        }
        return true;
    }

    private static Optional<Problem> fault(Optional<String> session, Request request) {
        if (session.filter(id -> !Message.isId(id)).isPresent()) {
            return Optional.of(Problem.malformedId());
        }
        if (request.getLength() > MAX_HEARD) {
            return Optional.of(TOO_LARGE);
        }
        String key = request.getHeaders().get("Idempotency-Key");
        return key == null || KEY.matcher(key).matches()
                ? Optional.empty()
                : Optional.of(
                        Problem.badRequest(
                                "malformed_key",
                                "An Idempotency-Key has 1 to 128 visible ASCII characters."));
    }

    /// Gathers the body without waiting for it, then publishes.
    private final class Body implements Runnable {
        private final String station;
        private final Optional<String> session;
        private final Request request;
        private final Response response;
        private final Callback callback;
        private byte[] bytes;
        private int heard;

        Body(
                String station,
                Optional<String> session,
                Request request,
                Response response,
                Callback callback) {
            this.station = station;
            this.session = session;
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.bytes = new byte[Math.clamp(request.getLength(), 512, MAX_BODY)];
        }

        @Override
        public void run() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    callback.failed(chunk.getFailure());
                    return;
                }
                add(chunk.getByteBuffer());
                boolean last = chunk.isLast();
                chunk.release();
                if (heard > MAX_HEARD || (last && heard > MAX_BODY)) {
                    TOO_LARGE.send(response, callback);
                    return;
                }
                if (last) {
                    publish();
                    return;
                }
            }
        }

        private void add(ByteBuffer chunk) {
            int more = chunk.remaining();
            int before = heard;
            heard += more;
            if (heard > MAX_BODY) {
                return;
            }
            if (heard > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(heard, 2 * bytes.length));
            }
            chunk.get(bytes, before, more);
        }

        private void publish() {
            byte[] whole = heard == bytes.length ? bytes : Arrays.copyOf(bytes, heard);
            switch (EventsBody.parse(whole)) {
                case EventsBody.Bad(Problem problem) -> problem.send(response, callback);
                case EventsBody.Events events ->
                        session.ifPresentOrElse(
                                id -> publish(id, events, whole), () -> tell(events.drafts()));
            }
        }

        private void tell(List<Draft> drafts) {
            List<Position> taken = desk.publish(station, drafts);
            hub.log()
                    .whenShown(
                            taken.getLast().offset(),
                            here(() -> positions("{", taken.getFirst(), taken.size())));
        }

        private void publish(String id, EventsBody.Events events, byte[] whole) {
            Optional<Submission.Once> once =
                    Optional.ofNullable(request.getHeaders().get("Idempotency-Key"))
                            .map(key -> new Submission.Once(key, fingerprint(whole)));
            Admission admission =
                    hub.submit(new Submission(station, id, events.drafts(), events.then(), once));
            // Not before the next start would know it, too.
            hub.log().whenShown(last(admission), here(() -> tell(id, admission)));
        }

        /// On this thread when there is nothing to wait for, else on one of the server's.
        private Runnable here(Runnable telling) {
            Thread asking = Thread.currentThread();
            return () -> {
                if (Thread.currentThread() == asking) {
                    telling.run();
                } else {
                    request.getComponents().getExecutor().execute(telling);
                }
            };
        }

        private void tell(String id, Admission admission) {
            try {
                answer(id, admission);
            } finally {
                hub.spread(id);
            }
        }

        private void answer(String id, Admission admission) {
            String head = "{\"session\":\"" + id + "\",";
            switch (admission) {
                case Admission.Taken(Position first, int count) -> positions(head, first, count);
                case Admission.Repeated(Position first, int count) -> {
                    response.getHeaders().put("Idempotent-Replay", "true");
                    positions(head, first, count);
                }
                case Admission.Refused(Admission.Reason reason) ->
                        problem(reason).send(response, callback);
            }
        }

        private void positions(String head, Position first, int count) {
            StringBuilder json = new StringBuilder(64 + 32 * count);
            json.append(head).append("\"positions\":[");
            for (int i = 0; i < count; i++) {
                json.append(i == 0 ? "\"" : ",\"")
                        .append(first.epoch())
                        .append('-')
                        .append(first.offset() + i)
                        .append('"');
            }
            json.append("]}");
            HttpFields.Mutable headers = response.getHeaders();
            headers.put(HttpHeader.CONTENT_TYPE, "application/json");
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
            response.write(true, ByteBuffer.wrap(json.toString().getBytes(US_ASCII)), callback);
        }
    }

    private static long last(Admission admission) {
        return switch (admission) {
            case Admission.Taken(Position first, int count) -> first.offset() + count - 1;
            case Admission.Repeated(Position first, int count) -> first.offset() + count - 1;
            case Admission.Refused _ -> 0;
        };
    }

    private static Problem problem(Admission.Reason reason) {
        return switch (reason) {
            case ENDED ->
                    new Problem(
                            HttpStatus.CONFLICT_409, "session_ended", "This session has ended.");
            case OTHER_PRODUCER ->
                    new Problem(
                            HttpStatus.CONFLICT_409,
                            "other_producer",
                            "This session belongs to another station.");
            case KEY_REUSED ->
                    new Problem(
                            HttpStatus.UNPROCESSABLE_ENTITY_422,
                            "key_reused",
                            "This Idempotency-Key came with other events before.");
            case FULL ->
                    new Problem(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "too_many_sessions",
                            "As many sessions as can be held are live. Try again later.");
        };
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

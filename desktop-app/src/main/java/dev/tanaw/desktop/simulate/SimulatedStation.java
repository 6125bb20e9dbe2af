package dev.tanaw.desktop.simulate;

import dev.tanaw.desktop.simulate.Recording.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// What one simulated station has to say next: that it is there, and session after session. Time is
/// told to it; the same seed says the same.
final class SimulatedStation {
    static final Duration BEAT = Duration.ofSeconds(5);

    /// Of sessions that are not complete, one in so many.
    private static final int TROUBLED = 6;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(25);
    private static final Duration LONGEST_TROUBLE = Duration.ofSeconds(100);

    /// Recordings at the front of the list that end well.
    private static final int WELL = 3;

    private final String name;
    private final String site;
    private final List<Recording> recordings;
    private final Supplier<String> ids;
    private final Random random;
    private final double trouble;
    private Instant beatAt;
    private Instant beginAt;
    private Instant quietUntil;
    private boolean cameraLost;
    private boolean told;
    private String session = "";
    private Recording recording;
    private Instant began = Instant.EPOCH;
    private double pace = 1;
    private int next;

    /// What is to be published: of a session, or of the station itself when `session` is empty.
    record Post(String station, String session, String body) {}

    /// @param trouble how likely something happens to the station after a session, 0 to 1
    SimulatedStation(
            String name,
            String site,
            List<Recording> recordings,
            Supplier<String> ids,
            long seed,
            double trouble,
            Instant now) {
        this.name = name;
        this.site = site;
        this.recordings = List.copyOf(recordings);
        this.recording = recordings.getFirst();
        this.ids = ids;
        this.random = new Random(seed);
        this.trouble = trouble;
        this.beatAt = now;
        this.quietUntil = now;
        this.beginAt = now.plus(part(LONGEST_PAUSE));
    }

    /// All that is due, in order.
    List<Post> due(Instant now) {
        List<Post> posts = new ArrayList<>();
        if (now.isBefore(quietUntil)) {
            if (!cameraLost) {
                return posts; // the station is gone: not even a beat
            }
        } else if (cameraLost) {
            cameraLost = false;
            posts.add(
                    ofStation(
                            "camera_found",
                            "{\"camera\":\"Replay camera\",\"width\":1280,\"height\":720}"));
        }
        if (!told) {
            told = true;
            posts.add(ofStation("station_status", status()));
        }
        if (!now.isBefore(beatAt)) {
            beatAt = now.plus(BEAT);
            posts.add(
                    ofStation(
                            "station_beat",
                            "{\"every_ms\":%d,\"clock\":\"%s\"}".formatted(BEAT.toMillis(), now)));
        }
        if (session.isEmpty() && !cameraLost && !now.isBefore(beginAt)) {
            begin(now);
        }
        if (!session.isEmpty()) {
            goOn(now, posts);
        }
        return posts;
    }

    private void begin(Instant now) {
        session = ids.get();
        began = now;
        next = 0;
        pace = 0.85 + random.nextDouble() * 0.5;
        recording =
                random.nextInt(TROUBLED) == 0
                        ? recordings.get(WELL + random.nextInt(recordings.size() - WELL))
                        : recordings.get(random.nextInt(WELL));
    }

    private void goOn(Instant now, List<Post> posts) {
        StringBuilder body = new StringBuilder();
        List<Line> lines = recording.lines();
        while (next < lines.size() && !now.isBefore(began.plus(stretched(lines.get(next).at())))) {
            body.append(lines.get(next++).draft()).append('\n');
        }
        if (!body.isEmpty()) {
            posts.add(new Post(name, session, body.toString()));
        }
        if (next == lines.size()) {
            session = "";
            beginAt = now.plus(part(LONGEST_PAUSE));
            if (random.nextDouble() < trouble) {
                befall(now, posts);
            }
        }
    }

    /// The camera is pulled out, or the whole station goes.
    private void befall(Instant now, List<Post> posts) {
        quietUntil = now.plusSeconds(20).plus(part(LONGEST_TROUBLE));
        cameraLost = random.nextBoolean();
        told = cameraLost;
        beginAt = quietUntil.plus(part(LONGEST_PAUSE));
        if (cameraLost) {
            posts.add(
                    ofStation("camera_lost", "{\"fault\":\"disconnected\",\"retry_in_ms\":4000}"));
        }
    }

    private Duration stretched(Duration recorded) {
        return Duration.ofMillis(Math.round(recorded.toMillis() * pace));
    }

    private Duration part(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }

    private String status() {
        return "{\"version\":\"simulated\",\"camera\":\"Recording\",\"demonstration\":true,\"live\":true,\"site\":\"%s\",\"simulated\":true}"
                .formatted(site);
    }

    private Post ofStation(String type, String data) {
        return new Post(name, "", "{\"type\":\"%s\",\"data\":%s}\n".formatted(type, data));
    }
}

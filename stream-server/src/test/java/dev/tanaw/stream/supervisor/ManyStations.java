package dev.tanaw.stream.supervisor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A whole floor of stations, each with a session at another step; told again when asked, so that
/// they stay fresh for as long as a test takes.
final class ManyStations {
    private final Consumer<ObjectNode> publish;
    private final List<Tale> stations = new ArrayList<>();
    private final List<Tale> sessions = new ArrayList<>();

    ManyStations(int count, Duration beat, Consumer<ObjectNode> publish) {
        this.publish = publish;
        for (int number = 1; number <= count; number++) {
            open(number, beat);
        }
    }

    static String name(int number) {
        return "kiosk-%03d".formatted(number);
    }

    static String session(int number) {
        return "019a9f2c-7b1e-7cc3-98c4-%012d".formatted(number);
    }

    private void open(int number, Duration beat) {
        String site = List.of("Manila", "Cebu", "Davao").get(number % 3);
        Tale station =
                new Tale(name(number), "", Duration.ofMinutes(5), publish)
                        .tell(
                                "station_status",
                                "{'version':'1','camera':'BRIO','demonstration':false,'live':true,'site':'%s','simulated':true}"
                                        .formatted(site))
                        .tell("station_beat", "{'every_ms':%d}".formatted(beat.toMillis()));
        stations.add(station);
        Tale session =
                new Scenes(publish)
                        .begun(name(number), session(number), Duration.ofSeconds(2), false);
        sessions.add(session);
    }

    /// All are there and go on, but for one station; 0 for none.
    void goOn(int without) {
        for (int number = 1; number <= stations.size(); number++) {
            if (number != without) {
                stations.get(number - 1).tell("station_beat", "{'every_ms':5000}");
                sessions.get(number - 1).tell("quality_update", Scenes.glare("front"));
            }
        }
    }
}

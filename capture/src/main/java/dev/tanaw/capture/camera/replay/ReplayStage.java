package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.specimen.Specimen;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// What lies before the replay camera. Whoever plays the person puts documents there and takes them
/// away, from any thread; the camera shows the hand's movement. A command cuts waiting short and
/// lets a movement finish; what was still to come is forgotten.
///
/// Time is that of the frames: a segment begins with the first frame that shows it.
public final class ReplayStage {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Segment NOTHING = new Segment.Empty(FOR_EVER);

    /// What the width of the person's picture shows: its eyes are 43 of 452 pixels apart, and those
    /// of people about 63 mm.
    private static final double PERSON_MM = 660;

    private static final Segment STILL = new Segment.Hold(FOR_EVER);

    private final ArrayDeque<Segment> coming = new ArrayDeque<>();
    private Segment current = NOTHING;
    private Optional<Prop> before = Optional.empty();
    private Optional<Prop> shown = Optional.empty();
    private boolean begun;
    private long beganNanos;

    /// What can be shown.
    ///
    /// @param picture 8UC3, of a cut-out 8UC4; kept by the caller and not changed while it is shown
    /// @param widthMm of the picture
    /// @param heldMm of what is held so near that it is well seen
    /// @param documents where on it whole documents are
    public record Prop(
            Mat picture, double widthMm, Manner manner, double heldMm, List<Area> documents) {
        public Prop {
            documents = List.copyOf(documents);
        }

        public Prop(Mat picture, double widthMm) {
            this(picture, widthMm, Manner.DOCUMENT);
        }

        Prop(Mat picture, double widthMm, Manner manner) {
            this(picture, widthMm, manner, widthMm, whole(picture, widthMm, manner));
        }

        private static List<Area> whole(Mat picture, double widthMm, Manner manner) {
            double heightMm = widthMm * picture.rows() / picture.cols();
            return manner == Manner.DOCUMENT
                    ? List.of(new Area(-widthMm / 2, -heightMm / 2, widthMm, heightMm))
                    : List.of();
        }

        public static Prop of(Specimen specimen) {
            var image = specimen.picture();
            Mat picture = new Mat(image.getHeight(), image.getWidth(), opencv_core.CV_8UC3);
            picture.data().put(((DataBufferByte) image.getRaster().getDataBuffer()).getData());
            return new Prop(picture, specimen.widthMm());
        }

        /// A person who comes before the camera: a photograph that may be shown to anybody.
        public static Prop person() {
            try (InputStream in = ReplayStage.class.getResourceAsStream("person.jpg")) {
                if (in == null) {
                    throw new IllegalStateException("person.jpg is missing from the program");
                }
                try (Mat file = new Mat(new BytePointer(in.readAllBytes()), false)) {
                    return new Prop(
                            opencv_imgcodecs.imdecode(file, opencv_imgcodecs.IMREAD_COLOR),
                            PERSON_MM,
                            Manner.PERSON);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The same person in another light.
        public static Prop person(Lamp lamp) {
            Prop lit = person();
            lamp.on(lit.picture());
            return lit;
        }

        /// A picture of a whole scene, such as another camera took.
        public static Prop frame(Mat picture) {
            return new Prop(picture, 0, Manner.FRAME);
        }
    }

    /// A rectangle in a picture, in millimetres from its middle.
    public record Area(double left, double top, double width, double height) {}

    /// How a picture is shown.
    public enum Manner {
        /// Held before the camera.
        DOCUMENT,
        /// The same, with an outline of its own: see [Arrangement].
        CUTOUT,
        /// As somebody who stands there.
        PERSON,
        /// As what the camera sees.
        FRAME
    }

    /// The stage at one moment.
    ///
    /// @param before what a turn hides
    /// @param seconds since the segment began
    /// @param clock seconds of no particular origin, for what never stops
    record Scene(
            Segment segment,
            Optional<Prop> shown,
            Optional<Prop> before,
            double seconds,
            double clock) {}

    /// Brings a document before the camera. One of the same size that is there is turned over,
    /// another is taken away first.
    public synchronized void present(Prop prop) {
        if (last().equals(Optional.of(prop))) {
            return;
        }
        interrupt();
        Optional<Prop> held = last();
        if (held.filter(other -> turns(other, prop)).isPresent()) {
            enqueue(new Scenario(List.of()).flip(prop));
            return;
        }
        if (held.isPresent()) {
            enqueue(new Scenario(List.of()).remove());
        }
        enqueue(
                prop.manner() == Manner.PERSON
                        ? new Scenario(List.of()).approach(prop)
                        : Scenario.showing(prop));
    }

    public synchronized void remove() {
        interrupt();
        if (last().isPresent()) {
            enqueue(new Scenario(List.of()).remove());
        }
    }

    /// Plays this next.
    public synchronized void play(Scenario scenario) {
        interrupt();
        enqueue(scenario);
    }

    private void enqueue(Scenario scenario) {
        coming.addAll(scenario.segments());
    }

    private void interrupt() {
        coming.clear();
        if (current.waiting()) {
            begun = false;
            current = rest();
        }
    }

    private static boolean turns(Prop held, Prop other) {
        return held.manner() == Manner.DOCUMENT
                && other.manner() == Manner.DOCUMENT
                && held.widthMm() == other.widthMm();
    }

    /// What will be in view when everything that is to come has happened.
    private Optional<Prop> last() {
        Optional<Prop> last = shown;
        if (current instanceof Segment.Remove) {
            last = Optional.empty();
        }
        for (Segment segment : coming) {
            last = after(segment, last);
        }
        return last;
    }

    private static Optional<Prop> after(Segment segment, Optional<Prop> shown) {
        return switch (segment) {
            case Segment.Approach(Prop prop, _) -> Optional.of(prop);
            case Segment.Flip(Prop other, _) -> Optional.of(other);
            case Segment.Change(Prop other, _) -> Optional.of(other);
            case Segment.Remove _, Segment.Empty _ -> Optional.empty();
            case Segment.Glare _, Segment.Hold _, Segment.Shake _, Segment.Sweep _ -> shown;
        };
    }

    /// @param nanos of the frame; not before that of the last call
    synchronized Scene at(long nanos) {
        if (!begun) {
            begun = true;
            beganNanos = nanos;
        }
        while (over(nanos)) {
            beganNanos = endless(current) ? nanos : beganNanos + current.lasts().toNanos();
            end();
            begin(coming.isEmpty() ? rest() : coming.remove());
        }
        return new Scene(current, shown, before, (nanos - beganNanos) / 1e9, nanos / 1e9);
    }

    private boolean over(long nanos) {
        return endless(current)
                ? !coming.isEmpty()
                : nanos - beganNanos >= current.lasts().toNanos();
    }

    private Segment rest() {
        return shown.isPresent() ? STILL : NOTHING;
    }

    private static boolean endless(Segment segment) {
        return segment.lasts().equals(FOR_EVER);
    }

    private void begin(Segment segment) {
        current = segment;
        before = shown;
        if (!(segment instanceof Segment.Remove)) {
            shown = after(segment, shown);
        }
    }

    private void end() {
        if (current instanceof Segment.Remove) {
            shown = Optional.empty();
        }
    }
}

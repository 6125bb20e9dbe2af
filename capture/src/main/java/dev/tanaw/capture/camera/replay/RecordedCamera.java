package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays back what another camera saw: a folder of pictures whose names end in a number, at the
/// times in its file `timestamps.txt` (one number a line, milliseconds from the first frame) or,
/// without it, thirty a second.
public final class RecordedCamera implements Camera {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedCamera.class);
    private static final String TIMES = "timestamps.txt";
    private static final Pattern NUMBERED =
            Pattern.compile(".*?(\\d{1,18})\\.(?:png|jpe?g)", Pattern.CASE_INSENSITIVE);
    private static final double PERIOD_MS = 1000 / 30.0;

    private final List<Path> frames;
    private final List<Double> times;
    private final Ending ending;
    private final Tempo tempo;
    private long beganNanos;
    private int next;
    private long number;

    /// What happens after the last frame.
    public enum Ending {
        LOOP,
        /// Whoever reads asks [#isOver] first.
        ONCE,
        /// As if the camera were pulled out.
        DISCONNECT
    }

    private RecordedCamera(List<Path> frames, List<Double> times, Ending ending, Tempo tempo) {
        this.frames = frames;
        this.times = times;
        this.ending = ending;
        this.tempo = tempo;
        this.beganNanos = tempo.now();
    }

    /// Whether this folder is a recording and not a collection of documents.
    public static boolean isRecording(Path folder) {
        return Files.isRegularFile(folder.resolve(TIMES));
    }

    /// @throws CameraException when there is nothing to play, saying where and why
    public static RecordedCamera open(Path folder, Ending ending) throws CameraException {
        return open(folder, ending, Tempo.real());
    }

    public static RecordedCamera open(Path folder, Ending ending, Tempo tempo)
            throws CameraException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> frames =
                    files.filter(file -> NUMBERED.matcher(name(file)).matches())
                            .sorted(Comparator.comparingLong(RecordedCamera::number))
                            .toList();
            if (frames.isEmpty()) {
                throw new CameraException(
                        Fault.NOT_FOUND,
                        "the recording %s has no pictures with a number".formatted(folder));
            }
            return new RecordedCamera(frames, times(folder, frames.size()), ending, tempo);
        } catch (IOException e) {
            throw new CameraException(
                    Fault.NOT_FOUND, "the recording %s cannot be read".formatted(folder), e);
        }
    }

    private static List<Double> times(Path folder, int frames) throws IOException, CameraException {
        if (!isRecording(folder)) {
            return IntStream.range(0, frames).mapToObj(i -> i * PERIOD_MS).toList();
        }
        try (Stream<String> lines = Files.lines(folder.resolve(TIMES))) {
            List<Double> times =
                    lines.map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(Double::valueOf)
                            .toList();
            boolean rising =
                    IntStream.range(1, times.size())
                            .allMatch(i -> times.get(i - 1) <= times.get(i));
            if (rising && times.size() >= frames) {
                return times;
            }
            throw new NumberFormatException("too few, or not rising");
        } catch (NumberFormatException e) {
            throw new CameraException(
                    Fault.BAD_PICTURE,
                    "%s in %s needs one rising number of milliseconds for each frame"
                            .formatted(TIMES, folder),
                    e);
        }
    }

    @Override
    public Frame read(FramePool pool) throws CameraException, InterruptedException {
        for (int damaged = 0; damaged <= frames.size(); damaged++) {
            if (next == frames.size()) {
                rewind();
            }
            Path file = frames.get(next);
            long due = beganNanos + Math.round((times.get(next) - times.getFirst()) * 1e6);
            next++;
            number++;
            tempo.until(due);
            Mat pixels = pool.take();
            opencv_imgcodecs.imread(file.toString(), pixels, opencv_imgcodecs.IMREAD_COLOR);
            if (!pixels.empty()) {
                return pool.frame(pixels, number, tempo.now());
            }
            pool.giveBack(pixels);
            LOG.warn("{} is damaged or no picture; passed over", file.getFileName());
        }
        throw new CameraException(
                Fault.BAD_PICTURE,
                "none of the %d pictures of the recording can be read".formatted(frames.size()));
    }

    /// Whether the last frame has been read.
    public boolean isOver() {
        return next == frames.size();
    }

    private void rewind() throws CameraException {
        if (ending != Ending.LOOP) {
            throw new CameraException(Fault.DISCONNECTED, "the recording has ended");
        }
        next = 0;
        beganNanos = tempo.now() + Math.round(PERIOD_MS * 1e6);
    }

    private static long number(Path file) {
        Matcher matcher = NUMBERED.matcher(name(file));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    @Override
    public void close() {
        // Nothing is held open between frames.
    }
}

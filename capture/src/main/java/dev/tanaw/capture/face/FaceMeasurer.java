package dev.tanaw.capture.face;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.quality.Measurement;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.quality.Subject;
import dev.tanaw.capture.read.network.NetworkDamaged;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/// Measures the largest face of a frame for the gates, and in the style of ISO/IEC 29794-5. One
/// thread.
public final class FaceMeasurer implements AutoCloseable {
    /// Below this the mesh says itself that what it was given is no face.
    private static final double MESH = 0.5;

    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceCut cut = new FaceCut();
    private final Background background = new Background();

    private FaceMeasurer(FaceDetector detector, FaceMesh mesh) {
        this.detector = detector;
        this.mesh = mesh;
    }

    public static FaceMeasurer load() throws NetworkDamaged {
        return new FaceMeasurer(FaceDetector.load(), FaceMesh.load());
    }

    /// What was seen of the largest face.
    public record Seen(FaceBox box, Landmarks points, Measurement measurement) {
        /// The face as four corners in pixels of the frame.
        public Quad quad() {
            double right = box.x() + box.width();
            double bottom = box.y() + box.height();
            return new Quad(
                    new Point(box.x(), box.y()),
                    new Point(right, box.y()),
                    new Point(right, bottom),
                    new Point(box.x(), bottom));
        }
    }

    /// What a frame without a face measures: how light the room is.
    public static Measurement nothing(Mat bgr) {
        return new Measurement(
                Subject.FACE, Map.of(Gate.LIGHT, Measurer.brightness(bgr)), List.of(), List.of());
    }

    /// @param bgr 8UC3, not mirrored
    /// @param before the face one frame earlier
    /// @return empty where no face is seen
    public Optional<Seen> measure(Mat bgr, Optional<Landmarks> before) {
        List<FaceBox> faces = detector.faces(bgr);
        if (faces.isEmpty()) {
            return Optional.empty();
        }
        FaceBox face = faces.getFirst();
        Landmarks points = mesh.find(bgr, face);
        if (!(points.score() >= MESH)) {
            return Optional.empty();
        }
        double second = faces.size() > 1 ? faces.get(1).area() / face.area() : 0;
        FaceCut.Looks looks = cut.of(bgr, points);
        Frame frame = new Frame(bgr.cols(), bgr.rows(), second, background.of(bgr, points));
        Map<Gate, Double> values = gates(points, looks, frame, before);
        values.put(Gate.FACE, face.score());
        Measurement measurement =
                new Measurement(
                        Subject.FACE,
                        values,
                        outline(face, frame),
                        FaceReport.of(points, looks, frame));
        return Optional.of(new Seen(face, points, measurement));
    }

    /// What else is on the picture.
    ///
    /// @param second area of the second face as a share of the first's
    /// @param background see [Background]
    record Frame(int width, int height, double second, double background) {}

    private static Map<Gate, Double> gates(
            Landmarks points, FaceCut.Looks looks, Frame frame, Optional<Landmarks> before) {
        HeadPose pose = points.pose();
        double[] bounds = points.bounds();
        Map<Gate, Double> values = new EnumMap<>(Gate.class);
        values.put(Gate.ONE_FACE, frame.second());
        values.put(
                Gate.MARGIN,
                Math.min(
                        Math.min(bounds[0], frame.width() - bounds[2]) / frame.width(),
                        Math.min(bounds[1], frame.height() - bounds[3]) / frame.height()));
        values.put(
                Gate.CENTRE,
                Math.max(
                        Math.abs((bounds[0] + bounds[2]) / 2 / frame.width() - 0.5),
                        Math.abs((bounds[1] + bounds[3]) / 2 / frame.height() - 0.5)));
        values.put(Gate.EYE_DISTANCE, points.eyeDistance());
        values.put(Gate.HEAD_SIZE, points.length() / frame.height());
        values.put(Gate.YAW, pose.yaw());
        values.put(Gate.PITCH, Math.abs(pose.pitch()));
        values.put(Gate.ROLL, Math.abs(pose.roll()));
        values.put(Gate.EYES_OPEN, points.eyesOpen());
        values.put(Gate.MOUTH_CLOSED, points.mouthOpen());
        values.put(Gate.STABILITY, Landmarks.iou(points, before));
        values.put(Gate.FOCUS, looks.sharpness());
        values.put(Gate.LIGHT, looks.light().mean());
        values.put(Gate.DYNAMIC_RANGE, looks.light().bits());
        values.put(Gate.EVENNESS, looks.light().evenness());
        return values;
    }

    private static List<Place> outline(FaceBox face, Frame frame) {
        double left = face.x() / frame.width();
        double right = (face.x() + face.width()) / frame.width();
        double top = face.y() / frame.height();
        double bottom = (face.y() + face.height()) / frame.height();
        return List.of(
                new Place(left, top),
                new Place(right, top),
                new Place(right, bottom),
                new Place(left, bottom));
    }

    @Override
    public void close() {
        detector.close();
        mesh.close();
        cut.close();
        background.close();
    }
}

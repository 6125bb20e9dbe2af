package dev.tanaw.capture.camera.replay;

import dev.tanaw.capture.camera.replay.Movement.Placed;
import dev.tanaw.capture.camera.replay.ReplayStage.Manner;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.camera.replay.ReplayStage.Scene;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Draws what the replay camera sees. One thread; its buffers are reused.
final class Scenery implements AutoCloseable {
    /// A held document fills this share of the frame's width, or [#TALL] of its height.
    private static final double WIDE = 0.66;

    private static final double TALL = 0.86;

    /// Two documents side by side.
    private static final double FULL = 0.92;

    /// A person's picture fills this share of the frame's width: the eyes are 115 of 1280 pixels
    /// apart.
    private static final double PERSON = 0.95;

    /// How long the shutter is open: half of a frame's time.
    private static final double EXPOSURE_SECONDS = 1 / 60.0;

    private final int width;
    private final int height;
    private final Room room;
    private final Desk desk;
    private final Mat spot;
    private final Sprites sprites = new Sprites();
    private final Warp warp;

    /// Behind a person.
    private final Scalar wall = new Scalar(168, 164, 160, 0);

    Scenery(int width, int height) {
        this(width, height, Room.USUAL);
    }

    Scenery(int width, int height, Room room) {
        this.width = width;
        this.height = height;
        this.room = room;
        this.desk = new Desk(width, height, 20_261_122, room.desk());
        this.spot = Desk.highlight(width / 9);
        this.warp = new Warp(width, height);
    }

    /// @return where documents are, as far as any are held before the camera
    List<Quad> draw(Scene scene, long number, Mat frame) {
        Optional<Prop> whole = scene.shown().filter(prop -> prop.manner() == Manner.FRAME);
        if (whole.isPresent()) {
            letterbox(whole.get().picture(), frame);
            return List.of();
        }
        boolean person = scene.shown().filter(prop -> prop.manner() == Manner.PERSON).isPresent();
        if (person) {
            frame.create(height, width, opencv_core.CV_8UC3);
            frame.put(wall);
        } else {
            desk.copyTo(frame);
        }
        Optional<Placed> placed =
                scene.shown().map(this::share).flatMap(share -> Movement.at(scene, share));
        placed.ifPresent(there -> put(there, scene, frame));
        List<Quad> documents = placed.map(this::documents).orElse(List.of());
        if (!documents.isEmpty()) {
            Movement.glare(scene).ifPresent(at -> glare(documents.getFirst(), at, frame));
        }
        if (room.light() != Room.Light.OFFICE) {
            frame.convertTo(frame, -1, room.light().share(), 0);
        }
        desk.addNoise(frame, number);
        return documents;
    }

    private double share(Prop prop) {
        if (prop.manner() == Manner.PERSON) {
            return PERSON;
        }
        Mat picture = prop.picture();
        double aspect = (double) picture.cols() / picture.rows();
        double larger = prop.widthMm() / prop.heldMm();
        double most = prop.documents().size() > 1 ? FULL : larger * TALL * height * aspect / width;
        return Math.min(larger * WIDE, most);
    }

    private void put(Placed placed, Scene scene, Mat frame) {
        Sprite sprite = sprites.of(placed.prop(), width * share(placed.prop()));
        Quad quad = project(placed);
        warp.put(sprite, quad, quad.centre(), before(scene, placed), frame);
    }

    private List<Quad> documents(Placed placed) {
        return placed.prop().documents().stream()
                .map(area -> placed.pose().project(area, width, height))
                .toList();
    }

    private Quad project(Placed placed) {
        Prop prop = placed.prop();
        double heightMm = prop.widthMm() * prop.picture().rows() / prop.picture().cols();
        return placed.pose().project(prop.widthMm(), heightMm, width, height);
    }

    /// Where its centre was when the shutter opened.
    private Point before(Scene scene, Placed placed) {
        Scene earlier =
                new Scene(
                        scene.segment(),
                        scene.shown(),
                        scene.before(),
                        Math.max(0, scene.seconds() - EXPOSURE_SECONDS),
                        scene.clock() - EXPOSURE_SECONDS);
        return Movement.at(earlier, share(placed.prop()))
                .map(this::project)
                .map(Quad::centre)
                .orElseThrow();
    }

    private void letterbox(Mat picture, Mat frame) {
        frame.create(height, width, opencv_core.CV_8UC3);
        frame.put(warp.black());
        double scale = Math.min((double) width / picture.cols(), (double) height / picture.rows());
        int wide = (int) Math.round(picture.cols() * scale);
        int tall = (int) Math.round(picture.rows() * scale);
        try (Rect middle = new Rect((width - wide) / 2, (height - tall) / 2, wide, tall);
                Mat region = new Mat(frame, middle);
                Size size = new Size(wide, tall)) {
            int how = scale < 1 ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
            opencv_imgproc.resize(picture, region, size, 0, 0, how);
        }
    }

    private void glare(Quad quad, double at, Mat frame) {
        Point left = quad.topLeft();
        double x = left.x() + quad.width() * (0.1 + 0.9 * at) - spot.cols() / 2.0;
        double y = left.y() + quad.height() * (0.3 + 0.3 * at) - spot.rows() / 2.0;
        try (Rect place =
                        new Rect(
                                (int) Math.clamp(x, 0, width - spot.cols()),
                                (int) Math.clamp(y, 0, height - spot.rows()),
                                spot.cols(),
                                spot.rows());
                Mat region = new Mat(frame, place)) {
            opencv_core.add(region, spot, region);
        }
    }

    @Override
    public void close() {
        desk.close();
        spot.close();
        sprites.close();
        warp.close();
        wall.close();
    }
}

package dev.tanaw.desktop.bench;

import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.replay.ReplayCamera;
import dev.tanaw.capture.camera.replay.ReplayStage;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.face.Landmarks;
import dev.tanaw.capture.locate.DocumentLocator;
import dev.tanaw.capture.locate.DocumentShape;
import dev.tanaw.capture.locate.Located;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.locate.Rectifier;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.MrzReading;
import dev.tanaw.capture.specimen.Specimens;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.bytedeco.opencv.opencv_core.Mat;

/// One thread, 1280×720: draw a frame, locate, measure all gates, read the MRZ of a rectified page.
public final class CaptureBench {
    private static final int WARM_UP = 60;
    private static final int FRAMES = 240;
    private static final int READINGS = 30;

    private final Report report;

    public CaptureBench(Report report) {
        this.report = report;
    }

    public void run(MrzReader reader, FaceMeasurer faces)
            throws CameraException, InterruptedException {
        Histogram drawing = new Histogram(3);
        Histogram locating = new Histogram(3);
        Histogram gates = new Histogram(3);
        Histogram both = new Histogram(3);
        ReplayStage stage = new ReplayStage();
        stage.present(ReplayStage.Prop.of(Specimens.passport(1)));
        try (FramePool pool = new FramePool();
                ReplayCamera camera = new ReplayCamera(stage, Format.HD);
                DocumentLocator locator = new DocumentLocator();
                Measurer measurer = new Measurer()) {
            Optional<Quad> before = Optional.empty();
            for (int i = 0; i < WARM_UP + FRAMES; i++) {
                try (Frame frame = camera.read(pool)) {
                    long drawn = System.nanoTime();
                    Optional<Located> found = locator.locate(frame.pixels(), before);
                    long located = System.nanoTime();
                    measurer.measure(frame.pixels(), found, before, Optional.empty());
                    long measured = System.nanoTime();
                    before = found.map(Located::quad);
                    if (i >= WARM_UP) {
                        drawing.recordValue(drawn - frame.takenNanos());
                        locating.recordValue(located - drawn);
                        gates.recordValue(measured - located);
                        both.recordValue(measured - drawn);
                    }
                }
            }
            if (before.isPresent()) {
                try (Frame frame = camera.read(pool)) {
                    read(reader, frame, before.get());
                }
            }
        }
        faces(faces);
        report.histogram("capture", "replay frame", "draw", drawing);
        report.histogram("capture", "1280x720", "locate", locating);
        report.histogram("capture", "1280x720", "gates", gates);
        report.histogram("capture", "1280x720", "locate_and_gates", both);
    }

    private void faces(FaceMeasurer faces) throws CameraException, InterruptedException {
        Histogram measuring = new Histogram(3);
        ReplayStage stage = new ReplayStage();
        stage.present(ReplayStage.Prop.person());
        int found = 0;
        try (FramePool pool = new FramePool();
                ReplayCamera camera = new ReplayCamera(stage, Format.HD)) {
            Optional<Landmarks> before = Optional.empty();
            for (int i = 0; i < WARM_UP + FRAMES; i++) {
                try (Frame frame = camera.read(pool)) {
                    long start = System.nanoTime();
                    Optional<FaceMeasurer.Seen> seen = faces.measure(frame.pixels(), before);
                    before = seen.map(FaceMeasurer.Seen::points);
                    if (i >= WARM_UP) {
                        measuring.recordValue(System.nanoTime() - start);
                        found += seen.isPresent() ? 1 : 0;
                    }
                }
            }
        }
        report.histogram("capture", "1280x720", "face_and_gates", measuring);
        report.value("capture", "1280x720", "face_found", found, "frames", FRAMES);
    }

    private void read(MrzReader reader, Frame frame, Quad quad) {
        Histogram reading = new Histogram(3);
        int found = 0;
        try (Rectifier rectifier = new Rectifier();
                Mat document = new Mat()) {
            DocumentShape shape = DocumentShape.nearest(quad);
            int height = (int) Math.round(1200 / shape.aspect());
            for (int i = 0; i < READINGS; i++) {
                long start = System.nanoTime();
                rectifier.rectify(frame.pixels(), quad, 1200, height, document);
                found += reader.read(document) instanceof MrzReading.Read ? 1 : 0;
                reading.recordValue(System.nanoTime() - start);
            }
        }
        report.histogram("capture", "TD3, rectify and read", "mrz", reading);
        report.value(
                "capture", "TD3, rectify and read", "found", found, "of " + READINGS, READINGS);
    }
}

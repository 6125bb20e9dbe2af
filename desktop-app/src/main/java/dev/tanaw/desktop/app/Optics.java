package dev.tanaw.desktop.app;

import dev.tanaw.capture.camera.BackOff;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.camera.CameraStatus;
import dev.tanaw.capture.camera.CameraThread;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.capture.camera.Turret;
import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.session.Moment;
import dev.tanaw.capture.session.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The cameras of a station before its slots: one for everything, or one for documents and one for
/// faces, each on its own thread. The one that is not looked through stays open: it is at hand when
/// it is needed, and a cable that is pulled is noticed before that.
final class Optics implements AutoCloseable {
    private final Turret turret = new Turret();
    private final List<FramePool> pools = new ArrayList<>();
    private final List<CameraThread> cameras = new ArrayList<>();

    /// @param face without it the first camera is for everything
    /// @param slots where frames of the camera that is looked through go
    /// @param listener hears what becomes of the cameras, on their threads; must not block
    Optics(
            CameraSource document,
            Optional<CameraSource> face,
            List<Latest> slots,
            Consumer<Signal> listener) {
        if (face.isPresent()) {
            add(CameraRole.DOCUMENT, document, slots, listener);
            add(CameraRole.FACE, face.get(), slots, listener);
        } else {
            add(CameraRole.BOTH, document, slots, listener);
        }
    }

    private void add(
            CameraRole role, CameraSource source, List<Latest> slots, Consumer<Signal> listener) {
        FramePool pool = new FramePool(role);
        pools.add(pool);
        cameras.add(
                new CameraThread(
                        cameras.size(),
                        source,
                        pool,
                        slots.stream().map(turret::before).toList(),
                        BackOff.STANDARD,
                        status -> listener.accept(signal(role, status))));
    }

    private static Signal signal(CameraRole role, CameraStatus status) {
        return switch (status) {
            case CameraStatus.Live live ->
                    new Signal.CameraFound(
                            Moment.now(), role, live.name(), live.width(), live.height());
            case CameraStatus.Lost lost ->
                    new Signal.CameraLost(Moment.now(), role, lost.fault().name(), lost.retryIn());
        };
    }

    void start() {
        cameras.forEach(CameraThread::start);
    }

    /// From the next frame on.
    void turn(Side wanted) {
        turret.turn(wanted);
    }

    /// Stops the cameras. What they have put into the slots is still to be given back to
    /// [#release].
    @Override
    public void close() {
        cameras.forEach(CameraThread::close);
    }

    /// After the last frame was given back.
    void release() {
        pools.forEach(FramePool::close);
    }
}

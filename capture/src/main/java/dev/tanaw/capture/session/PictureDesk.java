package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Field.Place;
import dev.tanaw.capture.event.Gate;
import dev.tanaw.capture.event.GateReading;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.quality.Gates;
import dev.tanaw.capture.quality.Measurer;
import dev.tanaw.capture.read.Exposure;
import dev.tanaw.capture.read.ReadingRoom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Carries out what the machine wants done with pictures. Called on the session thread alone.
final class PictureDesk implements SessionLoop.Pictures, AutoCloseable {
    private final Gallery gallery;
    private final Wanted wanted;
    private final ReadingRoom readers;
    private final Gates gates;
    private final Consumer<KeptPicture> kept;
    private final Measurer measurer = new Measurer();

    /// @param kept takes over a share of each picture that is kept; must not block
    PictureDesk(
            Gallery gallery,
            Wanted wanted,
            ReadingRoom readers,
            Gates gates,
            Consumer<KeptPicture> kept) {
        this.gallery = gallery;
        this.wanted = wanted;
        this.readers = readers;
        this.gates = gates;
        this.kept = kept;
    }

    @Override
    public void lookFor(Side side) {
        wanted.lookFor(side);
    }

    @Override
    public void clearBurst() {
        gallery.clearBurst();
    }

    @Override
    public void addToBurst(long frame) {
        gallery.addToBurst(frame);
    }

    @Override
    public Signal keepBest(String session, Side side, Moment at) {
        wanted.rest();
        Optional<Gallery.Shot> shot = gallery.keepBest(side);
        if (shot.isEmpty()) {
            return new Signal.ReadingFailed(at, session, side, Trouble.SHOT_MISSING);
        }
        Gallery.Judged best = shot.get().best();
        kept.accept(picture(side, best));
        List<GateReading> readings = gates.judge(best.measurement(), Set.of()).readings();
        if (side == Side.FRONT) {
            wanted.compareWith(
                    Optional.of(measurer.fingerprint(best.frame().pixels(), best.quad())));
        }
        return new Signal.ShotKept(
                at,
                session,
                side,
                best.frame().number(),
                shot.get().burst(),
                best.measurement().value(Gate.RESOLUTION),
                readings,
                best.measurement().components());
    }

    private static KeptPicture picture(Side side, Gallery.Judged best) {
        double width = best.frame().width();
        double height = best.frame().height();
        List<Place> outline =
                side.ofDocument()
                        ? best.quad().corners().stream()
                                .map(corner -> new Place(corner.x() / width, corner.y() / height))
                                .toList()
                        : List.of();
        return new KeptPicture(side, best.frame().share(), outline);
    }

    @Override
    public void read(String session, Side side) {
        gallery.lend(side)
                .ifPresent(best ->
                        readers.read(
                                session,
                                side,
                                exposure(best),
                                gallery.lendOthers(side).stream()
                                        .map(PictureDesk::exposure)
                                        .toList()));
    }

    private static Exposure exposure(Gallery.Judged lent) {
        return new Exposure(lent.frame(), lent.quad());
    }

    @Override
    public void compare(String session) {
        gallery.lend(Side.FACE).ifPresent(shot -> readers.compare(session, shot.frame()));
    }

    @Override
    public void drop(String session, Side side) {
        readers.stop();
        gallery.drop(side);
        if (side == Side.FRONT) {
            wanted.compareWith(Optional.empty());
            readers.forget();
        }
    }

    @Override
    public void turnOver(String session) {
        readers.stop();
        gallery.drop(Side.FRONT);
        readers.forget();
    }

    @Override
    public void release(String session) {
        readers.stop();
        readers.forget();
        gallery.release();
        wanted.compareWith(Optional.empty());
        wanted.lookFor(Side.FRONT);
    }

    @Override
    public void close() {
        gallery.close();
        measurer.close();
    }
}

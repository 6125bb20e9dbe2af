package dev.tanaw.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tanaw.capture.event.CameraRole;
import dev.tanaw.capture.event.Side;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TurretTest {
    private final FramePool documents = new FramePool(CameraRole.DOCUMENT);
    private final FramePool faces = new FramePool(CameraRole.FACE);
    private final FramePool both = new FramePool();
    private final Turret turret = new Turret();
    private final Latest slot = new Latest();
    private final FrameSlot lens = turret.before(slot);

    @AfterEach
    void close() {
        slot.close();
        documents.close();
        faces.close();
        both.close();
    }

    private static Frame frame(FramePool pool) {
        return pool.frame(pool.take(), 1, 1);
    }

    private Optional<CameraRole> seen() {
        Optional<Frame> seen = slot.poll();
        Optional<CameraRole> role = seen.map(Frame::role);
        seen.ifPresent(Frame::close);
        return role;
    }

    @Test
    void onlyTheCameraOfTheWantedSideIsLookedThrough() {
        lens.put(frame(documents));
        assertThat(seen()).contains(CameraRole.DOCUMENT);
        lens.put(frame(faces));
        assertThat(seen()).isEmpty();

        turret.turn(Side.FACE);
        lens.put(frame(documents));
        assertThat(seen()).isEmpty();
        lens.put(frame(faces));
        assertThat(seen()).contains(CameraRole.FACE);

        turret.turn(Side.BACK);
        lens.put(frame(documents));
        assertThat(seen()).contains(CameraRole.DOCUMENT);
    }

    @Test
    void theOneCameraOfAStationIsAlwaysLookedThrough() {
        for (Side side : Side.values()) {
            turret.turn(side);
            lens.put(frame(both));
            assertThat(seen()).contains(CameraRole.BOTH);
        }
    }

    @Test
    void whatIsNotLookedAtIsGivenBackAtOnce() {
        Frame unwanted = frame(faces);
        lens.put(unwanted);

        assertThatThrownBy(unwanted::share).isInstanceOf(IllegalStateException.class);
    }
}

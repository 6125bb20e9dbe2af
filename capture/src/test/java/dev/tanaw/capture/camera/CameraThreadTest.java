package dev.tanaw.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tanaw.capture.camera.CameraException.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class CameraThreadTest {
    private static final BackOff SHORT = new BackOff(Duration.ofMillis(1), Duration.ofMillis(4));

    private final FramePool pool = new FramePool();
    private final Latest slot = new Latest();
    private final List<CameraStatus> heard = new CopyOnWriteArrayList<>();

    @Test
    void aLostCameraIsReportedClosedAndOpenedAfresh() {
        List<ScriptedCamera> opened = new CopyOnWriteArrayList<>();
        try (CameraThread thread =
                thread(() -> {
                    opened.add(new ScriptedCamera(5));
                    return opened.getLast();
                })) {
            thread.start();
            Awaitility.await().until(() -> opened.size() > 3);
        }

        assertThat(opened).allMatch(ScriptedCamera::closed);
        assertThat(heard.subList(0, 4))
                .containsExactly(
                        new CameraStatus.Live("fake", 1280, 720),
                        new CameraStatus.Lost(Fault.DISCONNECTED, Duration.ofMillis(1)),
                        new CameraStatus.Live("fake", 1280, 720),
                        new CameraStatus.Lost(Fault.DISCONNECTED, Duration.ofMillis(1)));
    }

    @Test
    void theWaitGrowsWhileACameraCannotBeOpened() {
        try (CameraThread thread =
                thread(() -> {
                    throw new CameraException(Fault.BUSY, "held by another program");
                })) {
            thread.start();
            Awaitility.await().until(() -> heard.size() > 3);
        }

        assertThat(heard.subList(0, 4))
                .containsExactly(
                        lost(Fault.BUSY, 1),
                        lost(Fault.BUSY, 2),
                        lost(Fault.BUSY, 4),
                        lost(Fault.BUSY, 4));
    }

    @Test
    void aDriverThatFailsInAnUnforeseenWayIsTriedAgain() {
        try (CameraThread thread =
                thread(() -> {
                    if (heard.isEmpty()) {
                        throw new UnsatisfiedLinkError("no native library");
                    }
                    throw new IllegalStateException("a bug");
                })) {
            thread.start();
            Awaitility.await().until(() -> heard.size() > 1);
        }

        assertThat(heard).first().isEqualTo(lost(Fault.DISCONNECTED, 1));
    }

    @Test
    void whoPlugsItInAgainSoonDoesNotWaitLong() {
        assertThat(List.of(1, 2, 3, 61, 62, 63, 64, 65, 999).stream().map(BackOff.STANDARD::after))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 2L, 2L, 4L, 8L, 16L, 20L, 20L);
    }

    @Test
    void fiveThousandFramesUseTheSameFewBuffers() throws Exception {
        int frames = 5_000;
        Set<Long> buffers = new HashSet<>();
        try (Latest second = new Latest();
                ScriptedCamera camera = new ScriptedCamera(frames);
                CameraThread thread =
                        new CameraThread(
                                1,
                                new CameraSource("fake", CameraDriver.Kind.REPLAY, () -> camera),
                                pool,
                                List.of(slot, second),
                                SHORT,
                                heard::add)) {
            thread.start();
            long newest = 0;
            while (newest < frames) {
                try (Frame frame = slot.take()) {
                    assertThat(frame.number()).isGreaterThan(newest);
                    newest = frame.number();
                    buffers.add(frame.pixels().data().address());
                }
            }
        }
        // One being written, one in each slot, one being looked at, one about to be replaced.
        assertThat(buffers).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void eachSlotGetsItsOwnShare() throws Exception {
        try (Latest second = new Latest();
                CameraThread thread =
                        new CameraThread(
                                2,
                                new CameraSource(
                                        "fake",
                                        CameraDriver.Kind.REPLAY,
                                        () -> new ScriptedCamera(1)),
                                pool,
                                List.of(slot, second),
                                new BackOff(Duration.ofMinutes(1), Duration.ofMinutes(1)),
                                heard::add)) {
            thread.start();
            List<Frame> both = new ArrayList<>(List.of(slot.take(), second.take()));

            both.getFirst().close();

            assertThat(both.getLast().pixels().cols()).isEqualTo(1280);
            both.getLast().close();
        }
    }

    @Test
    void aCameraThatDoesNotReturnIsNoticedByItsLastFrame() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        Camera stuck =
                new Camera() {
                    private final ScriptedCamera inner = new ScriptedCamera(1);

                    @Override
                    public Frame read(FramePool pool) throws CameraException, InterruptedException {
                        try {
                            return inner.read(pool);
                        } catch (CameraException _) {
                            hangs.await();
                            throw new CameraException(Fault.STALLED, "woke up");
                        }
                    }

                    @Override
                    public void close() {}
                };
        try (CameraThread thread = thread(() -> stuck)) {
            thread.start();
            try (Frame last = slot.take()) {
                long second = 1_000_000_000L;
                assertThat(thread.stalled(last.takenNanos())).isFalse();
                assertThat(thread.stalled(last.takenNanos() + second)).isTrue();

                hangs.countDown();
                Awaitility.await().until(() -> heard.contains(lost(Fault.STALLED, 1)));
            }
        }
    }

    private CameraThread thread(CameraSource.Opening opening) {
        return new CameraThread(
                0,
                new CameraSource("fake", CameraDriver.Kind.REPLAY, opening),
                pool,
                List.of(slot),
                SHORT,
                heard::add);
    }

    private static CameraStatus lost(Fault fault, long milliseconds) {
        return new CameraStatus.Lost(fault, Duration.ofMillis(milliseconds));
    }
}

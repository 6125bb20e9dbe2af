package dev.tanaw.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.Latest;
import dev.tanaw.stream.http.LivePicture.Look;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private final AtomicLong now = new AtomicLong(Duration.ofHours(5).toNanos());
    private final AtomicInteger looked = new AtomicInteger();
    private final FramePool pool = new FramePool();
    private final Latest slot = new Latest();
    private final Glance glance = new Glance("kiosk-01", slot, now::get, looked::incrementAndGet);
    private long number;

    @AfterEach
    void close() {
        slot.close();
        pool.close();
    }

    private void frame(int brightness) {
        Mat mat = pool.take();
        mat.create(720, 1280, opencv_core.CV_8UC3);
        mat.put(Scalar.all(brightness));
        slot.put(pool.frame(mat, ++number, now.get()));
    }

    private void later(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void theNewestPictureIsShownWithItsAge() {
        frame(20);
        later(40);
        Look look = glance.look("kiosk-01");

        assertThat(look).isInstanceOf(Look.Shown.class);
        assertThat(((Look.Shown) look).age()).isEqualTo(Duration.ofMillis(40));
        assertThat(looked).hasValue(1);
    }

    @Test
    void howeverManyLookItIsMadeTwiceASecond() {
        List<ByteBuffer> seen = new ArrayList<>();
        for (int frame = 0; frame < 60; frame++) {
            frame(20 + 3 * frame);
            for (int viewer = 0; viewer < 3; viewer++) {
                seen.add(((Look.Shown) glance.look("kiosk-01")).png());
            }
            later(34);
        }
        assertThat(seen.stream().distinct()).hasSizeBetween(3, 5); // in 2.04 s
    }

    @Test
    void whatIsOlderThanASecondIsNeverShown() {
        frame(20);
        assertThat(glance.look("kiosk-01")).isInstanceOf(Look.Shown.class);
        later(400);
        assertThat(glance.look("kiosk-01")).isInstanceOf(Look.Shown.class);
        later(700);
        assertThat(glance.look("kiosk-01")).isInstanceOf(Look.Blind.class);

        frame(20); // it lay in its slot while nobody looked
        later(1100);
        assertThat(glance.look("kiosk-01")).isInstanceOf(Look.Blind.class);
    }

    @Test
    void anotherStationIsNotLookedAt() {
        frame(20);
        assertThat(glance.look("kiosk-02")).isInstanceOf(Look.Elsewhere.class);
        assertThat(looked).hasValue(0);
    }

    @Test
    void whoeverLooksIsSeenForAWhile() {
        List<Boolean> told = new CopyOnWriteArrayList<>();
        Watched watched = new Watched(told::add, System::nanoTime);
        watched.looked();
        watched.looked();
        watched.followed(true);
        watched.followed(false);

        assertThat(told).containsExactly(true);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told).containsExactly(true, false));
    }
}

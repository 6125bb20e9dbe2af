package dev.tanaw.capture.camera.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tanaw.capture.camera.BackOff;
import dev.tanaw.capture.camera.Camera;
import dev.tanaw.capture.camera.CameraDriver.CameraInfo;
import dev.tanaw.capture.camera.CameraDriver.Format;
import dev.tanaw.capture.camera.CameraDriver.Kind;
import dev.tanaw.capture.camera.CameraException;
import dev.tanaw.capture.camera.CameraException.Fault;
import dev.tanaw.capture.camera.CameraSource;
import dev.tanaw.capture.camera.CameraStatus;
import dev.tanaw.capture.camera.CameraThread;
import dev.tanaw.capture.camera.Frame;
import dev.tanaw.capture.camera.FramePool;
import dev.tanaw.capture.camera.Latest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MjpegCameraTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static CameraProcess process = CameraProcess.start(0);

    private final FramePool pool = new FramePool();

    @BeforeAll
    static void plugIn() {
        assertThat(process.port()).isPositive();
    }

    @AfterAll
    static void pullOut() {
        process.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ok", "/dashes", "/unsized"})
    void picturesComeInColourAndAreCounted(String path) throws Exception {
        try (Camera camera = open(path);
                Frame first = camera.read(pool);
                Frame second = camera.read(pool)) {
            assertThat(first.width()).isEqualTo(320);
            assertThat(first.height()).isEqualTo(180);
            assertThat(second.number()).isGreaterThan(first.number());
            assertThat(second.takenNanos()).isGreaterThan(first.takenNanos());
            // Odd pictures are red, even ones green: blue, green, red in the frame.
            boolean red = first.number() % 2 == 1;
            assertThat(first.pixels().ptr(90, 160).get(2) & 0xff).isEqualTo(red ? 254 : 0);
        }
    }

    @Test
    void aDamagedPictureNowAndThenIsPassedOver() throws Exception {
        try (Camera camera = open("/flaws")) {
            for (int i = 0; i < 12; i++) {
                camera.read(pool).close();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/broken, BAD_PICTURE",
        "/silent, STALLED",
        "/forged, DISCONNECTED",
        "/denied, DENIED",
        "/page, BAD_PICTURE"
    })
    void aFaultHasItsName(String path, Fault fault) {
        assertThatExceptionOfType(CameraException.class)
                .isThrownBy(() -> readForEver(path))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
                .withMessageContaining(path);
    }

    @Test
    void aCameraThatIsNotThereIsNotFound() {
        try (CameraProcess gone = CameraProcess.start(0)) {
            URI address = gone.address("/ok");
            gone.pullOut();
            assertThatExceptionOfType(CameraException.class)
                    .isThrownBy(() -> open(address))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.NOT_FOUND));
        }
    }

    @Test
    void aPasswordIsNotInTheNameOfACamera() {
        URI address = URI.create("http://admin:secret@camera.local:81/video?key=also-secret");

        CameraInfo camera = MjpegDriver.camera(address);

        assertThat(camera.name()).isEqualTo("http://camera.local:81/video");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MjpegDriver.camera(URI.create("ftp://admin:secret@camera/")))
                .withMessageNotContaining("secret");
    }

    @Test
    void aCameraThatWasUnpluggedComesBackByItself() {
        CameraProcess unplugged = CameraProcess.start(0);
        URI address = unplugged.address("/ok");
        List<CameraStatus> heard = new CopyOnWriteArrayList<>();
        try (Latest slot = new Latest();
                CameraThread thread =
                        new CameraThread(
                                7,
                                new CameraSource("camera", Kind.NETWORK, () -> open(address)),
                                pool,
                                List.of(slot),
                                new BackOff(Duration.ofMillis(20), Duration.ofMillis(200)),
                                heard::add)) {
            thread.start();
            Awaitility.await().atMost(SOON).until(() -> heard.size() == 1);
            assertThat(heard.getFirst()).isInstanceOf(CameraStatus.Live.class);

            unplugged.pullOut();
            Awaitility.await().atMost(SOON).until(() -> heard.size() > 2);
            assertThat(heard.get(1)).isInstanceOf(CameraStatus.Lost.class);

            try (CameraProcess again = CameraProcess.start(unplugged.port())) {
                Awaitility.await()
                        .atMost(SOON)
                        .until(() -> heard.getLast() instanceof CameraStatus.Live);
                assertThat(again.port()).isEqualTo(unplugged.port());
            }
        }
    }

    private void readForEver(String path) throws CameraException, InterruptedException {
        try (Camera camera = open(path)) {
            while (true) {
                camera.read(pool).close();
            }
        }
    }

    private static Camera open(String path) throws CameraException, InterruptedException {
        return open(process.address(path));
    }

    private static Camera open(URI address) throws CameraException, InterruptedException {
        return new MjpegDriver(List.of(address)).open(MjpegDriver.camera(address), Format.HD);
    }
}

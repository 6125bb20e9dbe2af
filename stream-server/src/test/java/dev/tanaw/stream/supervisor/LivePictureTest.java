package dev.tanaw.stream.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.tanaw.stream.http.LivePicture.Look;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Somebody looks at what the camera of a station sees, while it sees something.
@Timeout(120)
class LivePictureTest extends PageCase {
    private static final Look BLUE =
            new Look.Shown(ByteBuffer.wrap(png(Color.BLUE)), Duration.ofMillis(80));
    private static final Look RED =
            new Look.Shown(ByteBuffer.wrap(png(Color.RED)), Duration.ofMillis(80));

    /// Read from a copy: a canvas that is read from is kept elsewhere from then on.
    private static final String PIXEL =
            """
            () => {
              const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
              copy.drawImage(document.getElementById("coarse"), 0, 0);
              return [...copy.getImageData(3, 3, 1, 1).data].slice(0, 3).join();
            }
            """;

    private final AtomicReference<Look> look = new AtomicReference<>(BLUE);
    private final AtomicInteger asked = new AtomicInteger();

    private void offer() {
        server.show(station -> {
            asked.incrementAndGet();
            return station.equals("kiosk-07") ? look.get() : new Look.Elsewhere();
        });
    }

    private void open() {
        begin(SESSION).tell("state_change", "{'from':'ready','to':'searching','side':'front'}");
        visit();
        page.navigate(page.url().replaceAll("#.*", "") + "#/session/" + SESSION);
        assertThat(page.locator(".detail-step")).isVisible();
    }

    @Test
    void whoeverLooksSeesWhatIsNewAndNothingThatIsNot() {
        offer();
        open();
        Locator button = page.locator("#look");
        Locator picture = page.locator("#coarse");
        assertThat(picture).isHidden();
        assertThat(asked).hasValue(0);

        button.click();
        assertThat(picture).isVisible();
        await().until(() -> pixel().equals("0,0,255"));
        look.set(RED);
        await().until(() -> pixel().equals("255,0,0"));
        assertThat(page.locator(".picture [role=status]"))
                .containsText("Made coarse at the station");

        look.set(new Look.Blind());
        assertThat(picture).isHidden();
        assertThat(page.locator(".picture [role=status]")).containsText("gives no picture");
        look.set(BLUE);
        assertThat(picture).isVisible();

        button.click();
        assertThat(picture).isHidden();
    }

    @Test
    void nobodyIsAskedWhenThePageIsLeft() {
        offer();
        open();
        page.locator("#look").click();
        assertThat(page.locator("#coarse")).isVisible();
        page.locator(".back").click();
        assertThat(page.locator("#wall")).isVisible();
        int before = asked.get();
        page.waitForTimeout(2_000);

        assertThat(asked.get()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void whereNoneIsOfferedThereIsNoButton() {
        open();
        assertThat(page.locator("#look")).isHidden();
    }

    private String pixel() {
        return (String) page.evaluate(PIXEL);
    }

    private static byte[] png(Color colour) {
        BufferedImage image = new BufferedImage(32, 18, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < 18; row++) {
            for (int column = 0; column < 32; column++) {
                image.setRGB(column, row, colour.getRGB());
            }
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

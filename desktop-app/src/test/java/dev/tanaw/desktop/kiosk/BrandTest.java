package dev.tanaw.desktop.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {
    @TempDir private Path folder = Path.of("target");

    private Brand read(String text) throws IOException {
        return Brand.read(Files.writeString(folder.resolve("brand.properties"), text));
    }

    private Path logo() throws IOException {
        Path file = folder.resolve("logo.png");
        BufferedImage picture = new BufferedImage(64, 32, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 64; x++) {
            picture.setRGB(x, 16, 0xFFCC0044);
        }
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    @Test
    void nameColourAndLogoAreOfTheDeployer() throws IOException {
        Path logo = logo();

        assertThat(read("name = Bangko Utopia\ncolour=#0e6f66\nlogo = logo.png\n"))
                .isEqualTo(
                        new Brand(
                                Optional.of("Bangko Utopia"),
                                Optional.of("#0e6f66"),
                                Optional.of(logo)));
        assertThat(read("name=  \n")).isEqualTo(Brand.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=red",
                "colour=#0e6f6",
                "colour=#0e6f66; -fx-background-image: url(x)",
                "logo=missing.png",
                "logo=brand.properties",
                "name=\\u12",
            })
    void whatCannotBeUsedIsSaid(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0e6f66", "#ffd400", "#1a1a80", "#e5004f", "#808080"})
    void theWindowWearsItAndStaysLegible(String colour) throws IOException {
        logo();
        Brand brand = read("name=Bangko Utopia\nlogo=logo.png\ncolour=" + colour);
        try (Booth booth = Booth.window(Booth.options(Language.ENGLISH).branded(brand))) {
            assertThat(booth.shows("#logo")).isTrue();
            assertThat(booth.text(".product")).isEqualTo("Bangko Utopia");
            assertThat(ground(booth, "#action-begin")).isEqualTo(colour);
            assertThat(Contrast.below(booth.scene(), 4.5)).isEmpty();
        }
    }

    private static String ground(Booth booth, String selector) {
        return FxThread.call(() -> {
            Node node = booth.scene().lookup(selector);
            javafx.scene.paint.Color colour =
                    (javafx.scene.paint.Color)
                            ((Region) node).getBackground().getFills().getFirst().getFill();
            return "#%02x%02x%02x"
                    .formatted(
                            Math.round(colour.getRed() * 255),
                            Math.round(colour.getGreen() * 255),
                            Math.round(colour.getBlue() * 255));
        });
    }
}

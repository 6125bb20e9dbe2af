package dev.tanaw.desktop.kiosk;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// What a window shows, as a file to be looked at.
final class Pictures {
    private static final Path FOLDER = Path.of("target", "screens");

    private Pictures() {}

    static BufferedImage of(Scene scene) {
        WritableImage image = FxThread.call(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    static void write(BufferedImage picture, String name) throws IOException {
        Files.createDirectories(FOLDER);
        ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
    }
}

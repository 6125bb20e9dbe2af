package dev.tanaw.capture.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.event.Band;
import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.Point;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.portrait.PortraitFinder;
import dev.tanaw.capture.read.signed.SignatureKeys;
import dev.tanaw.capture.read.text.TextReader;
import dev.tanaw.capture.read.type.DocumentTypes;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Specimens laid on a desk of 1600 by 1000 pixels.
@TestInstance(Lifecycle.PER_CLASS)
final class DocumentReaderTest {
    private static final Clock WALL =
            Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int LEFT = 300;
    private static final int TOP = 180;
    private static final int WIDTH = 1000;

    private DocumentReader reader;

    @BeforeAll
    void load() throws Exception {
        reader =
                new DocumentReader(
                        new Instruments(
                                MrzReader.load(),
                                Optional.of(TextReader.load()),
                                Optional.of(PortraitFinder.load()),
                                Optional.empty(),
                                DocumentTypes.shipped(),
                                SignatureKeys.none()),
                        WALL);
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 11})
    void readsAPassportOnADesk(long seed) {
        Specimen page = Specimens.passport(seed);
        try (Mat desk = desk(page)) {
            Reading reading = reader.read(desk);

            assertThat(reading.documentType()).isEqualTo("passport");
            assertThat(reading.sides()).containsExactly(Side.FRONT);
            assertThat(reading.mrz().map(Mrz::texts)).contains(page.mrz());
            assertThat(reading.barcodes()).isEmpty();
            assertThat(reading.quad().orElseThrow().topLeft().x()).isCloseTo(LEFT, within(12.0));
        }
    }

    @Test
    void theCornerWhereOneBeginsToReadComesFirst() {
        try (Mat desk = desk(Specimens.passport(2))) {
            opencv_core.rotate(desk, desk, opencv_core.ROTATE_180);
            Reading reading = reader.read(desk);

            assertThat(reading.mrz()).isPresent();
            Point first = reading.quad().orElseThrow().topLeft();
            assertThat(first.x()).isCloseTo(desk.cols() - LEFT, within(12.0));
            assertThat(first.y()).isCloseTo(desk.rows() - TOP, within(12.0));
        }
    }

    @Test
    void readsTheCodeOnALicencesBack() {
        try (Mat desk = desk(Specimens.licence(3).getLast())) {
            Quad outline = reader.read(desk).quad().orElseThrow();
            Reading reading = reader.read(desk, Optional.of(outline), Optional.of(Side.BACK));

            assertThat(reading.documentType()).isEqualTo("driving_licence");
            assertThat(reading.fields())
                    .extracting(Field::name)
                    .contains("last_name", "document_number", "date_of_birth", "expiry_date");
            assertThat(reading.confidence()).isGreaterThan(0.9);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Specimen.Kind.class,
            names = {"EU_LICENCE", "PHILID", "UMID", "PH_LICENCE", "PRC"})
    void readsWhatIsPrintedOnCards(Specimen.Kind kind) {
        Specimen front = Specimens.of(kind, 9).getFirst();
        try (Mat desk = desk(front)) {
            Reading reading = reader.read(desk);

            Map<String, String> read = values(reading);
            assertThat(reading.template()).isPresent();
            assertThat(reading.portrait()).isPresent();
            assertThat(front.printed().entrySet())
                    .filteredOn(entry -> !entry.getValue().equals(read.get(entry.getKey())))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(reading.fields())
                    .filteredOn(field -> field.band() == Band.GREEN)
                    .allMatch(field -> field.value().equals(front.printed().get(field.name())));
        }
    }

    @Test
    void aCardUpsideDownIsReadAndItsPlacesAreAsOneReadsIt() {
        Specimen front = Specimens.of(Specimen.Kind.UMID, 9).getFirst();
        try (Mat desk = desk(front)) {
            opencv_core.rotate(desk, desk, opencv_core.ROTATE_180);
            Reading reading = reader.read(desk);

            assertThat(values(reading))
                    .containsEntry("document_number", front.printed().get("document_number"));
            Field number =
                    reading.fields().stream()
                            .filter(field -> field.name().equals("document_number"))
                            .findFirst()
                            .orElseThrow();
            assertThat(number.box().getFirst().y()).isLessThan(0.4);
            assertThat(reading.quad().orElseThrow().topLeft().x())
                    .isCloseTo(desk.cols() - LEFT, within(12.0));
        }
    }

    @Test
    void zoneAndPrintAreComparedInSpiteOfSpelling() {
        Specimen page = Specimens.passport(5);
        try (Mat desk = desk(page)) {
            Field name =
                    reader.read(desk).fields().stream()
                            .filter(field -> field.name().equals("last_name"))
                            .findFirst()
                            .orElseThrow();

            assertThat(page.printed().get("last_name")).isEqualTo("LINDQVIST-ÖBERG");
            assertThat(name.value()).isEqualTo("LINDQVIST OEBERG");
            assertThat(name.sources()).containsExactly(Field.Source.MRZ, Field.Source.PRINTED);
            assertThat(name.conflict()).isFalse();
        }
    }

    @Test
    void machinesAreHeardBeforePrint() {
        try (Mat desk = desk(Specimens.passport(2))) {
            List<Reading> heard = new ArrayList<>();
            Quad outline = reader.read(desk).quad().orElseThrow();
            Reading last =
                    reader.read(
                            desk,
                            Optional.of(outline),
                            Optional.of(Side.FRONT),
                            new DocumentReader.Listener() {
                                @Override
                                public boolean wanted() {
                                    return true;
                                }

                                @Override
                                public Duration limit() {
                                    return Duration.ofSeconds(20);
                                }

                                @Override
                                public void known(Reading sofar) {
                                    heard.add(sofar);
                                }
                            });

            assertThat(heard).hasSize(1);
            assertThat(values(heard.getFirst())).containsKey("document_number");
            assertThat(values(heard.getFirst())).doesNotContainKey("place_of_birth");
            assertThat(values(last)).containsKey("place_of_birth");
        }
    }

    @Test
    void noiseSaysNothing() {
        try (Mat noise = new Mat(900, 1400, opencv_core.CV_8UC3)) {
            byte[] pixels = new byte[900 * 1400 * 3];
            new Random(7).nextBytes(pixels);
            noise.data().put(pixels);

            assertThat(reader.read(noise).fields()).isEmpty();
        }
    }

    /// Faces and rooms of the labelled data, where it is at hand.
    @ParameterizedTest
    @ValueSource(strings = {"faces-caltech", "portraits-icao", "faces-orl"})
    void facesHaveNoFields(String set) throws IOException {
        Path folder = Path.of(System.getProperty("tanaw.data", ""), set);
        Assumptions.assumeTrue(Files.isDirectory(folder), "no labelled pictures at " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(jpg|png|webp)"))
                            .sorted()
                            .limit(4)
                            .toList()) {
                try (Mat picture = PictureFile.open(file)) {
                    assertThat(reader.read(picture).fields()).as(file.toString()).isEmpty();
                }
            }
        }
    }

    @Test
    void anEmptyDeskSaysNothing() {
        try (Mat desk = new Mat(720, 1280, opencv_core.CV_8UC3, Scalar.all(120))) {
            Reading reading = reader.read(desk);

            assertThat(reading.documentType()).isEqualTo("unknown");
            assertThat(reading.fields()).isEmpty();
            assertThat(reading.barcodes()).isEmpty();
        }
    }

    @Test
    void whatWasReadIsNotInTheName() {
        try (Mat desk = desk(Specimens.passport(2))) {
            Reading reading = reader.read(desk);

            assertThat(reading.fields())
                    .noneMatch(field -> reading.toString().contains(field.value()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB
            })
    void picturesOfEachDepthAreOpened(int type, @TempDir Path folder) throws IOException {
        BufferedImage image = new BufferedImage(80, 40, type);
        Path file = folder.resolve("picture.png");
        ImageIO.write(image, "png", file.toFile());

        try (Mat picture = PictureFile.open(file)) {
            assertThat(picture.type()).isEqualTo(opencv_core.CV_8UC3);
            assertThat(picture.cols()).isEqualTo(80);
            boolean clear = type == BufferedImage.TYPE_INT_ARGB;
            assertThat(picture.data().get() & 0xff).isEqualTo(clear ? 255 : 0);
        }
    }

    @Test
    void whatIsNoPictureIsSaid(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("x.jpg");
        Files.writeString(file, "no picture");
        Path cut = folder.resolve("cut.png");
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", cut.toFile());
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(cut), 60));
        Path empty = Files.createFile(folder.resolve("empty.png"));

        refused(file, "not a picture");
        refused(cut, "not a picture");
        refused(empty, "empty");
        refused(folder.resolve("missing.png"), "no such file");
        refused(folder, "not a file");
    }

    /// A PNG of a few bytes whose header promises 400 million pixels.
    @Test
    void aBombIsRefusedBeforeItIsUnpacked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bomb.png");
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {16, 20}) {
            bytes[at] = 0;
            bytes[at + 1] = 0;
            bytes[at + 2] = 0x4e;
            bytes[at + 3] = 0x20;
        }
        Files.write(file, bytes);

        refused(file, "million pixels");
    }

    private static void refused(Path file, String why) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> PictureFile.open(file))
                .withMessageContaining(why);
    }

    private static Map<String, String> values(Reading reading) {
        return reading.fields().stream().collect(Collectors.toMap(Field::name, Field::value));
    }

    private static Mat desk(Specimen specimen) {
        Mat desk = new Mat(1000, 1600, opencv_core.CV_8UC3, new Scalar(70, 80, 90, 0));
        try (Mat picture = Prop.of(specimen).picture();
                Size size =
                        new Size(
                                WIDTH,
                                (int)
                                        Math.round(
                                                (double) WIDTH * picture.rows() / picture.cols()));
                Mat place = new Mat(desk, new Rect(LEFT, TOP, size.width(), size.height()))) {
            opencv_imgproc.resize(picture, place, size, 0, 0, opencv_imgproc.INTER_AREA);
        }
        return desk;
    }
}

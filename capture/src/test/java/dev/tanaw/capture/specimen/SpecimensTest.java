package dev.tanaw.capture.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.pdf417.PDF417Reader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpecimensTest {

    @ParameterizedTest
    @EnumSource
    void theSameSeedIsTheSamePicture(Specimen.Kind kind) {
        List<Specimen> first = Specimens.of(kind, 41);
        List<Specimen> again = Specimens.of(kind, 41);

        for (int side = 0; side < first.size(); side++) {
            assertThat(pixels(first.get(side))).isEqualTo(pixels(again.get(side)));
            assertThat(first.get(side).fields()).isEqualTo(again.get(side).fields());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedIsAnotherDocument(Specimen.Kind kind) {
        assertThat(LongStream.range(0, 5).mapToObj(seed -> Specimens.of(kind, seed).getFirst()))
                .extracting(specimen -> specimen.fields().get("document_number"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPictureHasTheSizeOfThePaperAt600DotsToTheInch() {
        Specimen page = Specimens.passport(1);
        assertThat(page.picture().getWidth()).isEqualTo(2953);
        assertThat(page.heightMm()).isBetween(87.9, 88.1);
        for (Specimen side : Specimens.idCard(1)) {
            assertThat(side.picture().getWidth()).isEqualTo(2022);
            assertThat(side.heightMm()).isBetween(53.9, 54.1);
        }
    }

    @Test
    void aPassportHasTwoLinesOf44AndACardThreeOf30OnItsBack() {
        assertThat(Specimens.passport(5).mrz()).hasSize(2).allMatch(line -> line.length() == 44);
        List<Specimen> card = Specimens.idCard(5);
        assertThat(card.getFirst().mrz()).isEmpty();
        assertThat(card.getLast().mrz()).hasSize(3).allMatch(line -> line.length() == 30);
    }

    @Test
    void theBarCodeOfALicenceIsReadBackFromItsPicture() throws ReaderException {
        for (long seed = 0; seed < 6; seed++) {
            Specimen back = Specimens.licence(seed).getLast();

            assertThat(decode(back.picture())).isEqualTo(back.barcode().orElseThrow());
            assertThat(back.barcode().orElseThrow())
                    .startsWith("@\n\u001e\rANSI 999999")
                    .containsIgnoringCase("DCS" + back.fields().get("last_name"))
                    .contains("DAQ" + back.fields().get("document_number"));
        }
    }

    @Test
    void theSubfileOfALicenceLiesWhereItsHeaderSays() {
        String payload = Specimens.licence(3).getLast().barcode().orElseThrow();
        int header = payload.indexOf("ANSI ") + "ANSI 999999100001".length();
        int offset = Integer.parseInt(payload.substring(header + 2, header + 6));
        int length = Integer.parseInt(payload.substring(header + 6, header + 10));

        assertThat(payload.substring(offset)).startsWith("DLDAQ").hasSize(length).endsWith("\r");
    }

    private static byte[] pixels(Specimen specimen) {
        return ((DataBufferByte) specimen.picture().getRaster().getDataBuffer()).getData();
    }

    private static String decode(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] rgb = picture.getRGB(0, 0, width, height, new int[width * height], 0, width);
        BinaryBitmap bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, rgb)));
        try {
            return new PDF417Reader().decode(bitmap).getText();
        } catch (NotFoundException e) {
            throw new AssertionError("no bar code in the picture", e);
        }
    }
}

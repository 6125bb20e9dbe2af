package dev.tanaw.capture.specimen;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.util.Map;

/// Prints a QR code.
final class QrPrint {
    private QrPrint() {}

    static void print(Canvas sheet, String payload, double x, double y, double sideMm) {
        try {
            BitMatrix code =
                    new QRCodeWriter()
                            .encode(
                                    payload,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.CHARACTER_SET,
                                            "UTF-8",
                                            EncodeHintType.MARGIN,
                                            2));
            double module = sideMm / code.getWidth();
            sheet.band(x, y, sideMm, sideMm, Color.WHITE);
            for (int row = 0; row < code.getHeight(); row++) {
                for (int column = 0; column < code.getWidth(); column++) {
                    if (code.get(column, row)) {
                        sheet.band(
                                x + column * module,
                                y + row * module,
                                module * 1.01,
                                module * 1.01,
                                Color.BLACK);
                    }
                }
            }
        } catch (WriterException e) {
            throw new IllegalArgumentException("a payload of %d".formatted(payload.length()), e);
        }
    }
}

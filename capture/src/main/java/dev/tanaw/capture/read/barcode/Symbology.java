package dev.tanaw.capture.read.barcode;

import com.google.zxing.BarcodeFormat;

/// The kinds of code that documents carry. The names on the command line are these.
public enum Symbology {
    PDF_417(BarcodeFormat.PDF_417),
    QR_CODE(BarcodeFormat.QR_CODE),
    DATA_MATRIX(BarcodeFormat.DATA_MATRIX),
    CODE_128(BarcodeFormat.CODE_128),
    CODE_39(BarcodeFormat.CODE_39);

    private final BarcodeFormat format;

    Symbology(BarcodeFormat format) {
        this.format = format;
    }

    BarcodeFormat format() {
        return format;
    }

    /// Linear codes carry little redundancy and turn up in texture where there is none.
    boolean linear() {
        return this == CODE_128 || this == CODE_39;
    }
}

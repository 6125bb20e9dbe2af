package dev.tanaw.capture.specimen;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One side of a document of somebody who does not exist, with what is printed on it.
///
/// @param picture about 600 dpi
/// @param mrz lines as printed, empty when that side has none
/// @param fields by the names on the wire; dates in ISO 8601
/// @param barcode payload of the PDF417 or QR code, when there is one
/// @param printed what stands there in letters, by the names on the wire; names as they are
///   spelled, dates in ISO 8601
public record Specimen(
        Kind kind,
        Face face,
        BufferedImage picture,
        double widthMm,
        List<String> mrz,
        Map<String, String> fields,
        Optional<String> barcode,
        Map<String, String> printed) {

    /// What it imitates.
    public enum Kind {
        PASSPORT,
        ID_CARD,
        LICENCE,
        EU_LICENCE,
        PHILID,
        UMID,
        PH_LICENCE,
        PRC
    }

    /// Which side of the document.
    public enum Face {
        FRONT,
        BACK
    }

    public Specimen {
        mrz = List.copyOf(mrz);
        fields = Map.copyOf(fields);
        printed = Map.copyOf(printed);
    }

    public double heightMm() {
        return widthMm * picture.getHeight() / picture.getWidth();
    }
}

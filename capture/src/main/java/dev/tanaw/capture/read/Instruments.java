package dev.tanaw.capture.read;

import dev.tanaw.capture.face.FaceComparer;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.portrait.PortraitFinder;
import dev.tanaw.capture.read.signed.SignatureKeys;
import dev.tanaw.capture.read.text.TextReader;
import dev.tanaw.capture.read.type.DocumentType;
import java.util.List;
import java.util.Optional;

/// What a document is read with. One that is empty is off, and the others go on without it.
///
/// @param comparer of the person with the portrait
/// @param types kinds of documents whose print is understood
/// @param keys of those who sign cards
public record Instruments(
        MrzReader mrz,
        Optional<TextReader> text,
        Optional<PortraitFinder> portraits,
        Optional<FaceComparer> comparer,
        List<DocumentType> types,
        SignatureKeys keys)
        implements AutoCloseable {
    public Instruments {
        types = List.copyOf(types);
    }

    /// The zone and bar codes alone.
    public static Instruments of(MrzReader mrz) {
        return new Instruments(
                mrz,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                SignatureKeys.none());
    }

    @Override
    public void close() {
        comparer.ifPresent(FaceComparer::close);
        portraits.ifPresent(PortraitFinder::close);
        text.ifPresent(TextReader::close);
        mrz.close();
    }
}

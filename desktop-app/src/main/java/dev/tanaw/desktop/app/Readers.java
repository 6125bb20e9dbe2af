package dev.tanaw.desktop.app;

import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.face.FaceComparer;
import dev.tanaw.capture.face.FaceMeasurer;
import dev.tanaw.capture.read.DocumentReader;
import dev.tanaw.capture.read.Instruments;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.ReaderDamaged;
import dev.tanaw.capture.read.network.NetworkDamaged;
import dev.tanaw.capture.read.portrait.PortraitFinder;
import dev.tanaw.capture.read.signed.SignatureKeys;
import dev.tanaw.capture.read.text.TextReader;
import dev.tanaw.capture.read.type.DocumentType;
import dev.tanaw.capture.read.type.DocumentTypes;
import dev.tanaw.capture.session.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The readers, loaded, or a word on why not.
final class Readers {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private Readers() {}

    /// Each that can start; a station without one of the others goes on without it and says so.
    ///
    /// @param data folder of the station: `document-types/*.json` adds kinds of documents,
    ///   `qr-keys/*.pem` are keys for signed codes
    static DocumentReader all(Path data, Clock wall) throws StartFailure {
        return all(data, wall, Optional.empty(), _ -> {});
    }

    /// With what is shipped alone: the same on every machine.
    static DocumentReader shipped(Clock wall) throws StartFailure {
        return new DocumentReader(
                new Instruments(
                        mrz(),
                        text(),
                        portraits(),
                        Optional.empty(),
                        DocumentTypes.shipped(),
                        SignatureKeys.none()),
                wall);
    }

    /// @param comparer of the person with the portrait
    /// @param told hears what is damaged and done without
    static DocumentReader all(
            Path data, Clock wall, Optional<FaceComparer> comparer, Consumer<Trouble> told)
            throws StartFailure {
        // Opened beside the others, so that a start waits for the slowest and not for all.
        CompletableFuture<Optional<TextReader>> loading =
                CompletableFuture.supplyAsync(Readers::text);
        try {
            MrzReader mrz = mrz();
            Optional<PortraitFinder> portraits = portraits();
            List<DocumentType> types = types(data);
            SignatureKeys keys = keys(data);
            Optional<TextReader> text = loading.join();
            if (mrz.damage().isPresent() || text.isEmpty() || portraits.isEmpty()) {
                told.accept(Trouble.MODEL_DAMAGED);
            }
            return new DocumentReader(
                    new Instruments(mrz, text, portraits, comparer, types, keys), wall);
        } catch (StartFailure e) {
            var _ = loading.thenAccept(text -> text.ifPresent(TextReader::close));
            throw e;
        }
    }

    private static Optional<PortraitFinder> portraits() {
        try {
            return Optional.of(PortraitFinder.load());
        } catch (NetworkDamaged e) {
            LOG.error("READ-07: portraits are not found: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// Empty where no face is wanted, and where the model is damaged: then whoever watches compares
    /// the two without a hint.
    static Optional<FaceComparer> comparer(Journey journey) {
        if (!journey.stopsAt(Journey.Stop.FACE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(comparer());
        } catch (StartFailure e) {
            LOG.error(e.getMessage());
            return Optional.empty();
        }
    }

    static FaceComparer comparer() throws StartFailure {
        try {
            return FaceComparer.load();
        } catch (NetworkDamaged e) {
            throw new StartFailure(
                    Trouble.MODEL_DAMAGED,
                    "READ-08: faces cannot be compared: %s. Install the program again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    /// Empty where no face is wanted. Without it no session could end well, so nothing starts.
    static Optional<FaceMeasurer> faces(Journey journey) throws StartFailure {
        return journey.stopsAt(Journey.Stop.FACE) ? Optional.of(faces()) : Optional.empty();
    }

    static FaceMeasurer faces() throws StartFailure {
        try {
            return FaceMeasurer.load();
        } catch (NetworkDamaged e) {
            throw new StartFailure(
                    Trouble.MODEL_DAMAGED,
                    "READ-03: faces cannot be captured: %s. Install the program again, or start with --face off."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static List<DocumentType> types(Path data) throws StartFailure {
        Path own = data.resolve("document-types");
        try {
            return Files.isDirectory(own) ? DocumentTypes.with(own) : DocumentTypes.shipped();
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure(
                    "READ-05: a document type cannot be used: %s. Mend or remove that file."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static SignatureKeys keys(Path data) throws StartFailure {
        Path own = data.resolve("qr-keys");
        try {
            return Files.isDirectory(own) ? SignatureKeys.in(own) : SignatureKeys.none();
        } catch (IOException e) {
            throw new StartFailure(
                    "READ-06: a key for signed codes cannot be used: %s. Mend or remove that file."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Optional<TextReader> text() {
        try {
            return Optional.of(TextReader.load());
        } catch (NetworkDamaged e) {
            LOG.error("READ-04: printed text is not read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static MrzReader mrz() throws StartFailure {
        try {
            return MrzReader.load();
        } catch (ReaderDamaged e) {
            throw new StartFailure(
                    Trouble.MODEL_DAMAGED,
                    "READ-03: the MRZ reader cannot start: %s. Install the program again."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}

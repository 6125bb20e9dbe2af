package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.read.barcode.Aamva;
import dev.tanaw.capture.read.barcode.Barcode;
import dev.tanaw.capture.read.barcode.BarcodeReader;
import dev.tanaw.capture.read.barcode.Symbology;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzReader;
import dev.tanaw.capture.read.mrz.MrzReading;
import dev.tanaw.capture.read.signed.SignatureKeys;
import dev.tanaw.capture.read.signed.SignedCard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.bytedeco.opencv.opencv_core.Mat;

/// Machine readable zone and bar codes: on the document seen straight on, and on the whole picture
/// where that did not answer. Thread-safe.
final class MachineReader {
    /// How long bar codes are looked for; shorter once a machine readable zone was read.
    private static final Duration CODES = Duration.ofMillis(500);

    private static final Duration CODES_BESIDE_MRZ = Duration.ofMillis(100);

    /// Time for one look or two.
    private static final Duration CODE_FIRST = Duration.ofMillis(40);

    private final MrzReader mrz;
    private final SignatureKeys keys;
    private final BarcodeReader codes = new BarcodeReader();

    /// @param mrz stays the caller's
    MachineReader(MrzReader mrz, SignatureKeys keys) {
        this.mrz = mrz;
        this.keys = keys;
    }

    /// @param document empty when no outline is known
    MachineReadable read(Mat picture, Mat document, Optional<Side> side) {
        if (side.equals(Optional.of(Side.BACK)) && !document.empty()) {
            List<Barcode> first = codes.read(document, EnumSet.of(Symbology.PDF_417), CODE_FIRST);
            if (first.stream().anyMatch(code -> Aamva.parse(code.text()).isPresent())) {
                return new MachineReadable(Optional.empty(), true, first, Optional.empty());
            }
        }
        MachineReadable zone = zone(picture, document);
        List<Barcode> found =
                zone.page() ? List.of() : codes(picture, document, zone.mrz().isPresent());
        Optional<SignedCard> card =
                found.stream()
                        .flatMap(code -> SignedCard.parse(code.text(), keys).stream())
                        .findFirst();
        return new MachineReadable(zone.mrz(), zone.onDocument(), found, card);
    }

    /// What more pictures of the same side add to what the best one said. They are asked one after
    /// another until nothing is in doubt, `patience` is over, or `wanted` is false.
    MachineReadable further(
            MachineReadable first,
            List<Shot> others,
            Optional<Side> side,
            Duration patience,
            BooleanSupplier wanted) {
        long end = System.nanoTime() + patience.toNanos();
        List<Mrz> zones = new ArrayList<>(first.mrz().stream().toList());
        MachineReadable known = first;
        for (Shot shot : others) {
            if (!known.doubtful() || !wanted.getAsBoolean() || System.nanoTime() > end) {
                return known;
            }
            try (Straightened straight =
                    Straightened.of(shot.picture(), Optional.of(shot.outline()))) {
                MachineReadable more = read(shot.picture(), straight.document(), side);
                more.mrz().ifPresent(zones::add);
                known = known.with(more, zones);
            }
        }
        return known;
    }

    private MachineReadable zone(Mat picture, Mat document) {
        Optional<Mrz> straight = document.empty() ? Optional.empty() : mrz(document);
        if (straight.filter(Mrz::valid).isPresent()) {
            return new MachineReadable(straight, true, List.of(), Optional.empty());
        }
        Optional<Mrz> whole = mrz(picture);
        boolean better = whole.isPresent() && (straight.isEmpty() || whole.get().valid());
        return better
                ? new MachineReadable(whole, false, List.of(), Optional.empty())
                : new MachineReadable(straight, straight.isPresent(), List.of(), Optional.empty());
    }

    private Optional<Mrz> mrz(Mat picture) {
        return mrz.read(picture) instanceof MrzReading.Read(Mrz read)
                ? Optional.of(read)
                : Optional.empty();
    }

    private List<Barcode> codes(Mat picture, Mat document, boolean besideMrz) {
        Duration limit = besideMrz ? CODES_BESIDE_MRZ : CODES;
        Set<Symbology> wanted = EnumSet.allOf(Symbology.class);
        List<Barcode> found = new ArrayList<>();
        if (!document.empty()) {
            found.addAll(codes.read(document, wanted, limit));
            found.forEach(code -> wanted.remove(code.symbology()));
        }
        if (found.isEmpty()) {
            found.addAll(codes.read(picture, wanted, limit));
        }
        return found;
    }
}

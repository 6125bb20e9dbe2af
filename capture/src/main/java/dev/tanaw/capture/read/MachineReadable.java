package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.read.barcode.Aamva;
import dev.tanaw.capture.read.barcode.Barcode;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzFields;
import dev.tanaw.capture.read.mrz.MrzFormat;
import dev.tanaw.capture.read.signed.SignedCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;

/// What was found of what is printed for machines.
///
/// @param card what a signed code says
/// @param onDocument true where the zone was found on the document seen straight on, false where on
///   the whole picture
record MachineReadable(
        Optional<Mrz> mrz, boolean onDocument, List<Barcode> barcodes, Optional<SignedCard> card) {
    static final MachineReadable NOTHING =
            new MachineReadable(Optional.empty(), false, List.of(), Optional.empty());
    static final Set<Side> BOTH = Set.of(Side.values());

    MachineReadable {
        barcodes = List.copyOf(barcodes);
    }

    /// Passports and visas carry no bar code beside their zone; looking for one would keep the
    /// fields waiting.
    boolean page() {
        return mrz.filter(Mrz::valid).filter(read -> sides(read.format()).size() == 1).isPresent();
    }

    /// Whether another picture of the same side could tell more.
    boolean doubtful() {
        return mrz.map(Mrz::doubtful).orElse(barcodes.isEmpty());
    }

    boolean nothing() {
        return mrz.isEmpty() && barcodes.isEmpty();
    }

    /// Joined with what another picture said.
    ///
    /// @param zones of all pictures so far, the best one's first
    MachineReadable with(MachineReadable more, List<Mrz> zones) {
        Optional<Mrz> voted = zones.isEmpty() ? Optional.empty() : Optional.of(Mrz.voted(zones));
        // Places are those of the first picture; what was found on another one has none here.
        boolean placed = onDocument && mrz.map(Mrz::format).equals(voted.map(Mrz::format));
        return new MachineReadable(
                voted,
                placed,
                barcodes.isEmpty() ? more.barcodes() : barcodes,
                card.or(more::card));
    }

    /// @param seen the picture on which the zone was found
    List<Field> fields(Mat seen, LocalDate today) {
        List<Field> fields = new ArrayList<>();
        mrz.map(read -> MrzFields.of(read, seen.cols(), seen.rows(), today).stream())
                .orElse(Stream.empty())
                .map(field -> onDocument ? field : Boxes.without(field))
                .forEach(fields::add);
        licence().ifPresent(licence -> fields.addAll(licence.fields(List.of())));
        card.ifPresent(signed -> fields.addAll(signed.fields(List.of())));
        return fields;
    }

    Optional<Aamva> licence() {
        return barcodes.stream().flatMap(code -> Aamva.parse(code.text()).stream()).findFirst();
    }

    /// Names of contents, as document types name them.
    Set<String> contents() {
        Set<String> contents = new HashSet<>();
        licence().ifPresent(_ -> contents.add("aamva"));
        card.ifPresent(_ -> contents.add("signed_card"));
        return contents;
    }

    /// Empty when nothing says what it is.
    Optional<String> category() {
        return mrz.map(read -> category(read.format()))
                .or(() -> licence().map(_ -> "driving_licence"))
                .or(() -> card.map(_ -> "id_card"));
    }

    Set<Side> sides() {
        return mrz.map(read -> sides(read.format())).orElse(BOTH);
    }

    /// Whether the zone had no room for the whole name: its last place holds a letter.
    boolean namesCut() {
        return mrz.map(
                        read -> {
                            List<String> texts = read.texts();
                            String names =
                                    read.format() == MrzFormat.TD1
                                            ? texts.getLast()
                                            : texts.getFirst();
                            return !names.endsWith("<");
                        })
                .orElse(false);
    }

    Optional<String> state() {
        return mrz.map(read -> read.texts().getFirst())
                .filter(line -> line.length() > 5)
                .map(line -> line.substring(2, 5));
    }

    private static String category(MrzFormat format) {
        return switch (format) {
            case TD3 -> "passport";
            case TD1, TD2, FRENCH_CARD -> "id_card";
            case MRV_A, MRV_B -> "visa";
        };
    }

    private static Set<Side> sides(MrzFormat format) {
        return switch (format) {
            case TD3, MRV_A, MRV_B -> Set.of(Side.FRONT);
            case TD1, TD2, FRENCH_CARD -> BOTH;
        };
    }
}

package dev.tanaw.capture.read;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.locate.Quad;
import dev.tanaw.capture.read.barcode.Aamva;
import dev.tanaw.capture.read.barcode.Barcode;
import dev.tanaw.capture.read.mrz.Mrz;
import dev.tanaw.capture.read.mrz.MrzFormat;
import dev.tanaw.capture.read.portrait.Portrait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the readers made of one picture.
///
/// @param documentType `passport`, `id_card`, `visa`, `driving_licence` or `unknown`
/// @param template which of the known kinds it is, like `ph-umid`; empty when none
/// @param sides what such a document has
/// @param quad the document's corners on the picture, the first of them top left as one reads it;
///   empty when no outline was found
/// @param portrait the holder's face, in shares of the document seen straight on
/// @param fields their boxes are shares of the document seen straight on, and empty without outline
public record Reading(
        String documentType,
        Optional<String> template,
        Set<Side> sides,
        Optional<Quad> quad,
        Optional<Mrz> mrz,
        List<Field> fields,
        List<Barcode> barcodes,
        Optional<Portrait> portrait) {
    public Reading {
        sides = Set.copyOf(sides);
        fields = List.copyOf(fields);
        barcodes = List.copyOf(barcodes);
    }

    /// Whether this is surely the back: a card's zone of three lines is on its back (ICAO Doc
    /// 9303-5), and so is the code of an American licence (AAMVA, zone V). A card that has a
    /// portrait beside its zone keeps to no rule.
    public boolean isBack() {
        boolean zone = mrz.filter(lines -> lines.format() == MrzFormat.TD1).isPresent();
        return (zone && portrait.isEmpty())
                || barcodes.stream().anyMatch(code -> Aamva.parse(code.text()).isPresent());
    }

    /// Whether a document was seen at all.
    boolean documented() {
        return quad.isPresent() || template.isPresent() || mrz.isPresent();
    }

    Reading with(Optional<Portrait> face) {
        return new Reading(documentType, template, sides, quad, mrz, fields, barcodes, face);
    }

    /// Weighted mean over the fields, 0 when there are none.
    public double confidence() {
        return Weights.overall(fields);
    }

    /// Never shows what was read.
    @Override
    public String toString() {
        return "Reading[" + documentType + ", " + fields.size() + " fields]";
    }
}

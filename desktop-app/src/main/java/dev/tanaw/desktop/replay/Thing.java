package dev.tanaw.desktop.replay;

import dev.tanaw.capture.camera.replay.Arrangement;
import dev.tanaw.capture.camera.replay.Lamp;
import dev.tanaw.capture.camera.replay.ReplayStage.Prop;
import dev.tanaw.capture.specimen.Specimen;
import dev.tanaw.capture.specimen.Specimens;
import java.util.List;
import java.util.Optional;

/// What can be brought before the camera: a fictional document, as it is or badly held, or a
/// person.
sealed interface Thing {

    /// Draws it. The caller closes the picture.
    Prop prop();

    /// One side of a document.
    record Document(Specimen.Kind kind, long seed, Specimen.Face face) {
        Specimen specimen() {
            List<Specimen> sides = Specimens.of(kind, seed);
            return face == Specimen.Face.FRONT ? sides.getFirst() : sides.getLast();
        }

        static Document of(Entry entry) throws UnusableFile {
            Specimen.Kind kind =
                    entry.one("document", Specimen.Kind.class)
                            .orElseThrow(() -> entry.wrong("document", "is missing"));
            return new Document(
                    kind,
                    entry.whole("seed", 1),
                    entry.one("side", Specimen.Face.class).orElse(Specimen.Face.FRONT));
        }
    }

    record Plain(Document document) implements Thing {
        @Override
        public Prop prop() {
            return Prop.of(document.specimen());
        }
    }

    record Fingered(Document document, Arrangement.Finger finger) implements Thing {
        @Override
        public Prop prop() {
            return Arrangement.fingered(document.specimen(), finger);
        }
    }

    record Beside(Document document, Document other) implements Thing {
        @Override
        public Prop prop() {
            return Arrangement.beside(document.specimen(), other.specimen());
        }
    }

    record Fanned(Document document, Document behind) implements Thing {
        @Override
        public Prop prop() {
            return Arrangement.fanned(document.specimen(), behind.specimen());
        }
    }

    record OnPhone(Document document) implements Thing {
        @Override
        public Prop prop() {
            return Arrangement.onPhone(document.specimen());
        }
    }

    record Face(Lamp lamp) implements Thing {
        @Override
        public Prop prop() {
            return Prop.person(lamp);
        }
    }

    /// How a document is held that is not simply held.
    enum Held {
        ON_PHONE
    }

    static Thing of(Entry entry) throws UnusableFile {
        Thing thing = entry.has("face") ? face(entry) : document(entry);
        entry.complete();
        return thing;
    }

    private static Thing face(Entry entry) throws UnusableFile {
        return new Face(entry.one("face", Lamp.class).orElse(Lamp.GOOD));
    }

    private static Thing document(Entry entry) throws UnusableFile {
        Document document = Document.of(entry);
        Optional<Arrangement.Finger> finger = entry.one("finger", Arrangement.Finger.class);
        if (finger.isPresent()) {
            return new Fingered(document, finger.get());
        }
        Optional<Entry> beside = entry.entry("beside");
        if (beside.isPresent()) {
            return new Beside(document, other(beside.get()));
        }
        Optional<Entry> behind = entry.entry("behind");
        if (behind.isPresent()) {
            return new Fanned(document, other(behind.get()));
        }
        return entry.one("held", Held.class).isPresent()
                ? new OnPhone(document)
                : new Plain(document);
    }

    private static Document other(Entry entry) throws UnusableFile {
        Document other = Document.of(entry);
        entry.complete();
        return other;
    }
}

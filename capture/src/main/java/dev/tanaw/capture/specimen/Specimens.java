package dev.tanaw.capture.specimen;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/// Draws documents of Utopia, the state that ICAO's own specimens are from. Each seed is another
/// person; the same seed is the same document.
public final class Specimens {
    private Specimens() {}

    /// The data page of a passport, TD3 on 125 × 88 mm.
    public static Specimen passport(long seed) {
        return PassportPage.draw(random(seed));
    }

    /// An identity card, TD1 on 85.60 × 53.98 mm: front, then back with the MRZ.
    public static List<Specimen> idCard(long seed) {
        return IdCard.draw(random(seed));
    }

    /// A driving licence of the same size, front, then back with a PDF417 in the manner of AAMVA.
    public static List<Specimen> licence(long seed) {
        return DrivingLicence.draw(random(seed));
    }

    /// The sides of such a document in the order in which they are shown.
    public static List<Specimen> of(Specimen.Kind kind, long seed) {
        return switch (kind) {
            case PASSPORT -> List.of(passport(seed));
            case ID_CARD -> idCard(seed);
            case LICENCE -> licence(seed);
            case EU_LICENCE -> EuLicence.draw(random(seed));
            case PHILID -> PhilId.draw(random(seed));
            case UMID -> Umid.draw(random(seed));
            case PH_LICENCE -> PhLicence.draw(random(seed));
            case PRC -> PrcCard.draw(random(seed));
        };
    }

    /// Neighbouring seeds give unlike people.
    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }
}

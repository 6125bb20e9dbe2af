package dev.tanaw.desktop.kiosk;

import java.util.function.LongSupplier;

/// What the views of one look are built with.
///
/// @param texts of the chosen language
/// @param second of the other one, which stands beneath in small
/// @param clock as [System#nanoTime]
/// @param face whether this station captures faces
record Kit(
        Look look,
        Texts texts,
        Texts second,
        Ways ways,
        Icons icons,
        Preview preview,
        Brand brand,
        LongSupplier clock,
        boolean face) {

    static Kit of(
            Look look,
            Ways ways,
            Icons icons,
            Preview preview,
            Brand brand,
            LongSupplier clock,
            boolean face) {
        return new Kit(
                look,
                new Texts(look.language()),
                new Texts(look.language().other()),
                ways,
                icons,
                preview,
                brand,
                clock,
                face);
    }

    Kit in(Look other) {
        return of(other, ways, icons, preview, brand, clock, face);
    }
}

package dev.tanaw.desktop.kiosk;

import java.util.function.LongSupplier;

/// What the views of one language are built with.
///
/// @param texts of the chosen language
/// @param second of the other one, which stands beneath in small
/// @param clock as [System#nanoTime]
record Kit(
        Texts texts,
        Texts second,
        KioskActions actions,
        Icons icons,
        Preview preview,
        LongSupplier clock) {

    Kit in(Language language) {
        return new Kit(
                new Texts(language), new Texts(language.other()), actions, icons, preview, clock);
    }
}

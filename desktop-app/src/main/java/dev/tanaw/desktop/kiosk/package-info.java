/// The window: a fold of the events into one screen, and one view per screen.
@NullMarked
package dev.tanaw.desktop.kiosk;

import org.jspecify.annotations.NullMarked;

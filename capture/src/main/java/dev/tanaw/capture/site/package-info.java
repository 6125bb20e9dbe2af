/// What a camera sees at the place where it is put up: the room's light, and a card at all
/// distances.
@NullMarked
package dev.tanaw.capture.site;

import org.jspecify.annotations.NullMarked;

/// Stations that nobody stands at: recorded sessions, played through the door by which real
/// producers publish. Everything they tell says that it is simulated.
@NullMarked
package dev.tanaw.desktop.simulate;

import org.jspecify.annotations.NullMarked;

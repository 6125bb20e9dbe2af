/// What the station costs and how fast it answers, measured on the real parts.
@NullMarked
package dev.tanaw.desktop.bench;

import org.jspecify.annotations.NullMarked;

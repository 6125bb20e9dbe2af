/// Positions and the bounded logs of encoded events.
@NullMarked
package dev.tanaw.stream.log;

import org.jspecify.annotations.NullMarked;

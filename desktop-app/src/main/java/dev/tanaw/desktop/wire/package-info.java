/// The one place where an event of the station becomes a message on the wire.
@NullMarked
package dev.tanaw.desktop.wire;

import org.jspecify.annotations.NullMarked;

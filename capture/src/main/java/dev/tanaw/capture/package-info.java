/// The station's eyes and judgement. Nothing here knows a screen or a socket.
@NullMarked
package dev.tanaw.capture;

import org.jspecify.annotations.NullMarked;

/// Gates: a frame's measurements, the verdict on them, and the one thing to tell the person.
@NullMarked
package dev.tanaw.capture.quality;

import org.jspecify.annotations.NullMarked;

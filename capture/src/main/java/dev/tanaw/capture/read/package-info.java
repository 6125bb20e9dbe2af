/// Readers: a rectified picture in, evidence and fields out.
@NullMarked
package dev.tanaw.capture.read;

import org.jspecify.annotations.NullMarked;

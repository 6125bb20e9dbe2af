/// From what each source says to one value a field, with what speaks for it and against it.
@NullMarked
package dev.tanaw.capture.read.fuse;

import org.jspecify.annotations.NullMarked;

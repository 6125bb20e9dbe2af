/// Fictional documents, drawn from a seed, with their truth.
@NullMarked
package dev.tanaw.capture.specimen;

import org.jspecify.annotations.NullMarked;

/// The person's face: finding it, its points, what they say of the picture.
@NullMarked
package dev.tanaw.capture.face;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.capture.face;

import org.jspecify.annotations.NullMarked;

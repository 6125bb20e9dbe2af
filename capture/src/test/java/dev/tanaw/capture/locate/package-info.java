@NullMarked
package dev.tanaw.capture.locate;

import org.jspecify.annotations.NullMarked;

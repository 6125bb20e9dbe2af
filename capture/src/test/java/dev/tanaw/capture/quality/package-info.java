@NullMarked
package dev.tanaw.capture.quality;

import org.jspecify.annotations.NullMarked;

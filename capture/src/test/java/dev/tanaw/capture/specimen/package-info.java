@NullMarked
package dev.tanaw.capture.specimen;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.capture.read;

import org.jspecify.annotations.NullMarked;

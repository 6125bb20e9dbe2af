@NullMarked
package dev.tanaw.capture.read.type;

import org.jspecify.annotations.NullMarked;

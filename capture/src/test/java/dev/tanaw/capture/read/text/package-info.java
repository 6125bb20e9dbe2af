@NullMarked
package dev.tanaw.capture.read.text;

import org.jspecify.annotations.NullMarked;

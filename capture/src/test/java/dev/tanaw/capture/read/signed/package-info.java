@NullMarked
package dev.tanaw.capture.read.signed;

import org.jspecify.annotations.NullMarked;

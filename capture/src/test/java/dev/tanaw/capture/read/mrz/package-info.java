@NullMarked
package dev.tanaw.capture.read.mrz;

import org.jspecify.annotations.NullMarked;

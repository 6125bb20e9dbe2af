@NullMarked
package dev.tanaw.capture.read.barcode;

import org.jspecify.annotations.NullMarked;

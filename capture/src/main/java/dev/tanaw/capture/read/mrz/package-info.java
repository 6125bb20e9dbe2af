/// The machine readable zone: finding, reading, checking, ICAO Doc 9303.
@NullMarked
package dev.tanaw.capture.read.mrz;

import org.jspecify.annotations.NullMarked;

/// Bar codes and what is written in them. Payloads are personal: no type here shows one in a log.
@NullMarked
package dev.tanaw.capture.read.barcode;

import org.jspecify.annotations.NullMarked;

/// Trained networks that are shipped with the program, checked by their hashes.
@NullMarked
package dev.tanaw.capture.read.network;

import org.jspecify.annotations.NullMarked;

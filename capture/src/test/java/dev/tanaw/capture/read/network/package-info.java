@NullMarked
package dev.tanaw.capture.read.network;

import org.jspecify.annotations.NullMarked;

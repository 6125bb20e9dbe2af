@NullMarked
package dev.tanaw.capture.read.fuse;

import org.jspecify.annotations.NullMarked;

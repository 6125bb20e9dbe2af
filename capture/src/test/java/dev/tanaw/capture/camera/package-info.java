@NullMarked
package dev.tanaw.capture.camera;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.desktop.wire;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.desktop.replay;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.desktop.simulate;

import org.jspecify.annotations.NullMarked;

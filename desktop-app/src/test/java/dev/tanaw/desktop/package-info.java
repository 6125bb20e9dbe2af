@NullMarked
package dev.tanaw.desktop;

import org.jspecify.annotations.NullMarked;

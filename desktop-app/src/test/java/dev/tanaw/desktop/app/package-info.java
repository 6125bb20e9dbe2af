@NullMarked
package dev.tanaw.desktop.app;

import org.jspecify.annotations.NullMarked;

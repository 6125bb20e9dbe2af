@NullMarked
package dev.tanaw.desktop.kiosk;

import org.jspecify.annotations.NullMarked;

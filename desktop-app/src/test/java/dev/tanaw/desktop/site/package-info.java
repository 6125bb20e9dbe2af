@NullMarked
package dev.tanaw.desktop.site;

import org.jspecify.annotations.NullMarked;

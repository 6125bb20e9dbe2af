@NullMarked
package dev.tanaw.capture.site;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.capture.session;

import org.jspecify.annotations.NullMarked;

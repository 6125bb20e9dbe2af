@NullMarked
package dev.tanaw.stream.log;

import org.jspecify.annotations.NullMarked;

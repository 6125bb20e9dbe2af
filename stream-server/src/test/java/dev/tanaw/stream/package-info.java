@NullMarked
package dev.tanaw.stream;

import org.jspecify.annotations.NullMarked;

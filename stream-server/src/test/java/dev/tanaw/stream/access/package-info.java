/// Tokens and codes.
@NullMarked
package dev.tanaw.stream.access;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.tanaw.stream.http;

import org.jspecify.annotations.NullMarked;

/// The Java client against a real server, also over a line that breaks.
@NullMarked
package dev.tanaw.stream.client;

import org.jspecify.annotations.NullMarked;

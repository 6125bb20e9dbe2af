/// The stream through the eyes of programs that others wrote, on a line that breaks.
@NullMarked
package dev.tanaw.stream.clients;

import org.jspecify.annotations.NullMarked;

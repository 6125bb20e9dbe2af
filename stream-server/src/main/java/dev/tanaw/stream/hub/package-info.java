/// Who follows which log, from where, and what a reader that is late gets.
@NullMarked
package dev.tanaw.stream.hub;

import org.jspecify.annotations.NullMarked;

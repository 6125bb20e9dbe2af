/// The supervisor page in a real browser.
@NullMarked
package dev.tanaw.stream.supervisor;

import org.jspecify.annotations.NullMarked;

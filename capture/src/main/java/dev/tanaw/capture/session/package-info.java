/// The session machine, pure, and the loop that feeds it and carries out what it decides.
@NullMarked
package dev.tanaw.capture.session;

import org.jspecify.annotations.NullMarked;

/// Printed text: where it stands and what it says, letter by letter.
@NullMarked
package dev.tanaw.capture.read.text;

import org.jspecify.annotations.NullMarked;

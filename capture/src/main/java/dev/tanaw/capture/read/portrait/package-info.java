/// The holder's portrait on a document: where it is, and cut out.
@NullMarked
package dev.tanaw.capture.read.portrait;

import org.jspecify.annotations.NullMarked;

/// Where the document is in a frame, and the picture of it seen straight on.
@NullMarked
package dev.tanaw.capture.locate;

import org.jspecify.annotations.NullMarked;

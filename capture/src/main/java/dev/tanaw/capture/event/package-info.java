/// What happened: the one list of events that everything else folds over.
@NullMarked
package dev.tanaw.capture.event;

import org.jspecify.annotations.NullMarked;

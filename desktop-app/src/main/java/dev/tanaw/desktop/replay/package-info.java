/// Sessions that are played again: situations that somebody wrote down, frames that a camera saw,
/// and signals that a session was given.
@NullMarked
package dev.tanaw.desktop.replay;

import org.jspecify.annotations.NullMarked;

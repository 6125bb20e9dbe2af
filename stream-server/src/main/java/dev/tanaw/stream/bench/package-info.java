/// The load bench: readers in a process of their own, an open-loop schedule, and the naive way of
/// doing it under the same load.
@NullMarked
package dev.tanaw.stream.bench;

import org.jspecify.annotations.NullMarked;

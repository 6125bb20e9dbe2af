/// The written contract against what is sent.
@NullMarked
package dev.tanaw.stream.contract;

import org.jspecify.annotations.NullMarked;

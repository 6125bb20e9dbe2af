/// Hubs that follow real servers.
@NullMarked
package dev.tanaw.stream.follow;

import org.jspecify.annotations.NullMarked;

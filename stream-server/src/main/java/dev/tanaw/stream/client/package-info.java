/// Follows a station or hub from Java. Needs the JDK and Jackson, and nothing else of the server.
@NullMarked
package dev.tanaw.stream.client;

import org.jspecify.annotations.NullMarked;

/// The server: SSE, snapshots and history over HTTP, and the supervisor page.
@NullMarked
package dev.tanaw.stream.http;

import org.jspecify.annotations.NullMarked;

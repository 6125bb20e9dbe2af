package dev.tanaw.stream.hub;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/// One open stream, without who it is.
///
/// @param stream the id of a session, or `*` for all stations
/// @param form `sse` or `websocket`
/// @param lag events that have happened and were not yet taken
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Following(String stream, String form, long lag, long openMs) {}

package dev.tanaw.capture.event;

import java.time.Duration;
import java.time.Instant;

/// An event with its place in the session.
///
/// @param session id of the session; empty for events of the station
/// @param seq gapless per session from 1
/// @param prev `seq` of the last lasting event before this one, 0 when there was none
/// @param time wall clock, for display and audit only
/// @param elapsed monotonic, since the session started
public record Recorded(
        String session, long seq, long prev, Instant time, Duration elapsed, CaptureEvent event) {}

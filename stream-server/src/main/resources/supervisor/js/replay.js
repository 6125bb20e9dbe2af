// A session as it stood at an earlier moment, told again from its events. Pure.

import * as Session from "./session.js";

// `events`: the lasting envelopes of a session, in order; how it stood at `ms` of its own clock.
export function at(events, ms) {
  const until = events.filter((envelope) => envelope.elapsed_ms <= ms);
  return (until.length > 0 ? until : events.slice(0, 1)).reduce(
    (session, envelope) => Session.apply(session, envelope, Date.parse(envelope.time)),
    Session.begin(events[0]));
}

// What leaves the page: no value of a document, whatever its mask.
export function redacted(session) {
  return {
    session: session.id,
    station: session.station,
    simulated: session.simulated,
    outcome: session.outcome,
    missing: session.missed,
    events: session.timeline.map(({ data = {}, ...envelope }) => ({ ...envelope, data: bare(data) })),
  };
}

function bare(data) {
  if (!("value" in data) || !("field" in data)) {
    return data;
  }
  // What other sources say, and what was read before somebody typed, are values as well.
  const { value: _, box: __, alternatives: ___, original: ____, ...rest } = data;
  return { ...rest, redacted: true };
}

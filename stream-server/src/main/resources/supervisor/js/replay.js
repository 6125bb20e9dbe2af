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

// By name, so that what is added to a field tomorrow stays here, too.
const SAFE = [
  "side", "field", "masked", "confidence", "band", "source", "sources", "conflict", "checks", "repaired", "since_shot_ms",
];

function bare(data) {
  return "field" in data
    ? { ...Object.fromEntries(SAFE.filter((name) => name in data).map((name) => [name, data[name]])), redacted: true }
    : data;
}

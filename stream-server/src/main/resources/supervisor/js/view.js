// What the state means at a moment: what is live, who needs help and since when, in which order.
// Pure: (state, now) in, plain values out.

import { AIMING } from "./contract.js";

// Aiming at one side for so long means that the person does not get on by themselves. Help is
// offered at the kiosk at 5 to 10 s.
const STRUGGLING_MS = 15_000;
const MANY_RETAKES = 3;

// A beat may be late once.
const BEATS = 2;

// The kiosk's longest step without an event is reading, 6 s at most. A session that is silent for
// twice as long is not what is shown.
const SILENT_MS = 12_000;

export function link(state, now) {
  const { link: it } = state;
  const silentMs = Math.max(0, now - it.signAt);
  return {
    word: word(it, state.sweep, silentMs),
    sinceMs: Math.max(0, now - it.since),
    silentMs,
    eventAgeMs: it.eventAt ? Math.max(0, now - it.eventAt) : null,
    bye: it.bye,
  };
}

function word(it, sweep, silentMs) {
  if (it.phase === "lost") {
    return "reconnecting";
  }
  if (it.phase !== "live" || sweep) {
    return "connecting";
  }
  return silentMs > BEATS * it.beatMs ? "stale" : "live";
}

// Whether what is shown of a session is how it is now. What has ended stays as it is.
export function isLive(state, session, now) {
  return (
    Boolean(session.outcome) ||
    (link(state, now).word === "live" &&
      !isSilent(state, session, now) &&
      !state.stations.get(session.station)?.cameraLostAt)
  );
}

function isSilent(state, session, now) {
  return now - session.seenAt > Math.min(SILENT_MS, BEATS * state.link.beatMs);
}

// On this page's clock, when the session's own clock showed `elapsed`.
const momentOf = (session, elapsed) => session.seenAt - (session.elapsedMs - elapsed);

export function elapsed(session, now, live) {
  const since = live && !session.outcome ? Math.max(0, now - session.seenAt) : 0;
  return session.elapsedMs + since;
}

// The most urgent reason for which someone should look, or null.
export function need(state, session, now) {
  if (session.outcome || link(state, now).word !== "live") {
    return null;
  }
  const station = state.stations.get(session.station);
  if (station?.cameraLostAt) {
    return { code: "camera_lost", since: station.cameraLostAt };
  }
  if (isSilent(state, session, now)) {
    return { code: "silent", since: session.seenAt };
  }
  if (session.problems.length > 0) {
    const last = session.timeline.findLast((envelope) => envelope.type === "problem");
    return {
      code: "problem",
      since: last ? momentOf(session, last.elapsed_ms) : session.seenAt,
      detail: session.problems.at(-1),
    };
  }
  if (session.retakes >= MANY_RETAKES) {
    return { code: "retakes", since: momentOf(session, session.stepAt), detail: session.retakes };
  }
  const aimingSince = momentOf(session, session.aimAt);
  return AIMING.has(session.step) && now - aimingSince > STRUGGLING_MS
    ? { code: "struggling", since: aimingSince }
    : null;
}

// Who needs help first, longest first; then who is being served, first come first; then the ended,
// last ended first. Within a group nobody changes places.
export function wall(state, now) {
  const rows = [...state.sessions.values()].map((session) => {
    const wanted = need(state, session, now);
    return { session, need: wanted, group: wanted ? 0 : session.outcome ? 2 : 1 };
  });
  return rows.sort(
    (one, other) => one.group - other.group || within(one, other) || byId(one, other));
}

function within(one, other) {
  switch (one.group) {
    case 0:
      return one.need.since - other.need.since;
    case 1:
      return startOf(one.session) - startOf(other.session);
    default:
      return other.session.seenAt - one.session.seenAt;
  }
}

const startOf = (session) => momentOf(session, 0);
const byId = (one, other) => (one.session.id < other.session.id ? -1 : 1);

export function counters(rows, state) {
  const count = (group) => rows.filter((row) => row.group === group).length;
  const stations = new Set([
    ...state.stations.keys(),
    ...[...state.sessions.values()].map((session) => session.station),
  ]);
  return {
    need: count(0),
    running: count(0) + count(1),
    ended: count(2),
    stations: stations.size,
  };
}

// Front, back, done: `todo`, `active`, `taken`, `skipped` (the document has no such side) or
// `failed` (the session ended without).
export function rail(session) {
  const { taken, side, step, outcome } = session;
  const complete = step === "complete" || outcome === "complete";
  const at = (name) => {
    if (taken[name]) {
      return "taken";
    }
    if (outcome && outcome !== "complete") {
      return "failed";
    }
    if (complete) {
      return "skipped";
    }
    return side === name ? "active" : "todo";
  };
  return [
    { name: "front", state: at("front") },
    { name: "back", state: at("back") },
    { name: "done", state: complete ? "taken" : outcome ? "failed" : "todo" },
  ];
}

// Filled share of a gate's bar. The mark in the middle is the limit; a bar that reaches it passes,
// whichever way the gate counts.
export function gateShare(reading, atMost) {
  const { value, limit } = reading;
  if (value === null || value === undefined || !(limit > 0)) {
    return 0;
  }
  const good = atMost ? limit / Math.max(value, limit / 2) : Math.min(value / limit, 2);
  const share = Math.max(0, good / 2);
  return reading.pass ? Math.max(share, 0.5) : Math.min(share, 0.49);
}

export function bands(session) {
  const tally = { green: 0, amber: 0, red: 0 };
  session.fields.forEach((field) => (tally[field.band] = (tally[field.band] ?? 0) + 1));
  return tally;
}

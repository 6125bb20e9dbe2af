// What the state means at a moment: what is live, who needs help and since when, in which order.
// Pure: (state, now) in, plain values out.

import { AIMING, AT_MOST, BOTH_SIDES } from "./contract.js";
import { CONDITIONS } from "./wallview.js";

// Aiming at one side for so long means that the person does not get on by themselves. Help is
// offered at the kiosk at 5 to 10 s.
const STRUGGLING_MS = 15_000;
const MANY_RETAKES = 3;

// A beat may be late once.
const BEATS = 2;

// The kiosk's longest step without an event is reading, 6 s at most. A session that is silent for
// twice as long is not what is shown.
const SILENT_MS = 12_000;

// Silence after which nobody expects a station to come back by itself.
const OFFLINE_MS = 60_000;

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
  const station = state.stations.get(session.station);
  return (
    Boolean(session.outcome) ||
    (link(state, now).word === "live" &&
      !isSilent(state, session, now) &&
      healthOf(station, true, Math.max(session.seenAt, station?.seenAt ?? 0), now) === "live" &&
      !station?.cameraLostAt)
  );
}

function isSilent(state, session, now) {
  return now - session.seenAt > Math.min(SILENT_MS, BEATS * state.link.beatMs);
}

// `live`, `stale` after two missed beats, `offline` after a minute. A station that never told how
// often it beats is expected to say something while it serves.
export function healthOf(station, serving, seenAt, now) {
  const silent = now - seenAt;
  if (silent > OFFLINE_MS) {
    return "offline";
  }
  const beat = station?.beatMs > 0 ? BEATS * station.beatMs : serving ? SILENT_MS : OFFLINE_MS;
  return silent > beat ? "stale" : "live";
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

// One row for each session that is served, and one for each station that serves nobody. `need` is
// what is wrong at this moment; whether it is an alarm is for alarms.js.
export function rows(state, now) {
  const found = [];
  for (const [name, sessions] of byStation(state)) {
    const station = state.stations.get(name);
    const seenAt = Math.max(station?.seenAt ?? 0, ...sessions.map((each) => each.seenAt));
    const live = served(sessions, now);
    const health = healthOf(station, live.length > 0, seenAt, now);
    const row = (session, key) => ({
      key,
      name,
      site: station?.site ?? "",
      station,
      session,
      seenAt,
      health,
      simulated: Boolean(station?.simulated || session?.simulated),
      demonstration: Boolean(station?.demonstration || session?.demonstration),
      need: health === "live" ? needOf(state, station, session, now) : null,
    });
    if (live.length === 0) {
      found.push(row(sessions.at(-1) ?? null, name));
    } else {
      live.forEach((session, place) =>
        found.push(row(session, place === 0 ? name : `${name} ${session.id}`)));
    }
  }
  return found;
}

function byStation(state) {
  const all = new Map([...state.stations.keys()].map((name) => [name, []]));
  for (const session of state.sessions.values()) {
    (all.get(session.station) ?? all.set(session.station, []).get(session.station)).push(session);
  }
  return all; // each list as the sessions were first heard of
}

// The sessions of a station that go on, newest first. One that fell silent long ago while a newer
// one began was left behind by a station that was started again.
function served(sessions, now) {
  const live = sessions.filter((session) => !session.outcome).reverse();
  return live.filter((session, place) => place === 0 || now - session.seenAt <= OFFLINE_MS);
}

function needOf(state, station, session, now) {
  return (session && !session.outcome ? need(state, session, now) : null) ?? ofStation(station);
}

// What somebody has to see to at the station itself, whether it serves anybody or not.
function ofStation(station) {
  if (station?.cameraLostAt) {
    return { code: "camera_lost", since: station.cameraLostAt };
  }
  if (station?.interruptedAt) {
    return { code: "interrupted", since: station.interruptedAt };
  }
  return station?.troubles.length
    ? { code: "problem", since: station.troubledAt, detail: station.troubles.at(-1) }
    : null;
}

const RANK = new Map(CONDITIONS.map((name, place) => [name, place]));

// Each row in exactly one condition. Who needs help first, longest first; who fell silent next,
// latest first; all others by name, so that they keep their places.
export function placed(found, alarms) {
  return found
    .map((row) => {
      const alarm = row.health === "live" ? alarms.get(row.key) ?? null : null;
      return { ...row, alarm, condition: conditionOf(row, alarm) };
    })
    .sort((one, other) =>
      RANK.get(one.condition) - RANK.get(other.condition) ||
      within(one, other) || byName(one, other));
}

function conditionOf({ health, session }, alarm) {
  if (health !== "live") {
    return health;
  }
  return alarm ? "need" : session && !session.outcome ? "running" : "idle";
}

const within = (one, other) => (one.condition === "need" ? one.alarm.since - other.alarm.since : 0);

const names = new Intl.Collator("en", { numeric: true });
const byName = (one, other) => names.compare(one.name, other.name) || names.compare(one.key, other.key);

export function counters(list) {
  const numbers = Object.fromEntries(CONDITIONS.map((name) => [name, 0]));
  list.forEach((row) => numbers[row.condition]++);
  return numbers;
}

// Front, back, face, done: `todo`, `active`, `taken`, `skipped` (not needed here) or `failed` (the
// session ended without). The face is part of it once a session comes to it.
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
    // Whoever looks into the camera has a document without a back.
    if (complete || (name === "back" && side === "face")) {
      return "skipped";
    }
    return side === name ? "active" : "todo";
  };
  const face = taken.face || side === "face";
  return [
    { name: "front", state: at("front") },
    { name: "back", state: at("back") },
    ...(face ? [{ name: "face", state: at("face") }] : []),
    { name: "done", state: complete ? "taken" : outcome ? "failed" : "todo" },
  ];
}

// Where a gate has two limits, the verdict tells which is near.
export function isAtMost({ gate, value, limit, pass }) {
  return BOTH_SIDES.has(gate) ? value <= limit === pass : AT_MOST.has(gate);
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

// How long sessions of a station usually take, and each of their steps: from the events of those
// that were completed there. Pure; where there are too few there is no figure.

import { spread, summary } from "./analytics.js";

// Sessions, or times in a step, before anything is called usual.
export const ENOUGH = 5;

// The newest of each station that count.
const KEPT = 50;

const known = new WeakMap();
const NOTHING = Object.freeze({ n: 0, whole: null, steps: new Map() });

// What counts of a session: null when it was not completed, or some of its events are missing.
export function lesson(events) {
  const first = events[0];
  if (first?.type !== "session_started") {
    return null;
  }
  const { outcome, ms, steps } = summary(events);
  return outcome === "complete" ? { ms, steps: steps.filter(({ open }) => !open) } : null;
}

// `finished`: station → session → lesson. A new map; the same where there is nothing to learn.
export function learn(finished, station, id, told) {
  const before = finished.get(station);
  if (!told || before?.has(id)) {
    return finished;
  }
  const sessions = new Map(before).set(id, told);
  if (sessions.size > KEPT) {
    sessions.delete(sessions.keys().next().value);
  }
  return new Map(finished).set(station, sessions);
}

// `{n, whole, steps}`: spreads with p50 and p95 in milliseconds.
export function paceOf(finished, station) {
  const sessions = finished.get(station);
  if (!sessions) {
    return NOTHING;
  }
  if (!known.has(sessions)) {
    known.set(sessions, counted([...sessions.values()]));
  }
  return known.get(sessions);
}

function counted(lessons) {
  const times = new Map();
  for (const { step, ms } of lessons.flatMap(({ steps }) => steps)) {
    (times.get(step) ?? times.set(step, []).get(step)).push(ms);
  }
  const steps = [...times].filter(([, list]) => list.length >= ENOUGH).map(([step, list]) => [step, spread(list)]);
  return {
    n: lessons.length,
    whole: lessons.length >= ENOUGH ? spread(lessons.map(({ ms }) => ms)) : null,
    steps: new Map(steps),
  };
}

// The step that a session is in: how long already, and whether that is longer than nearly always.
export function stepPace(pace, session, elapsedMs) {
  const usual = pace.steps.get(session.step) ?? null;
  const ms = Math.max(0, elapsedMs - session.stepAt);
  return { ms, usual, slow: usual !== null && ms > usual.p95 };
}

// Figures over many sessions, from their events alone. Pure: lists of envelopes in, numbers out;
// where there is nothing to count there is no number.

import { AIMING } from "./contract.js";

// What became of one session: `events` are its envelopes in order.
export function summary(events) {
  const first = events[0];
  const changes = events.filter(({ type }) => type === "state_change");
  const end = events.findLast(({ type }) => type === "session_ended");
  return {
    session: first.session,
    station: first.station,
    day: String(first.time).slice(0, 10),
    simulated: events.some(({ type, data }) => type === "session_started" && data?.simulated === true),
    outcome: end?.data?.outcome ?? "",
    ms: end ? end.elapsed_ms : null,
    steps: steps(events),
    shots: shots(events),
    reasons: changes.map(({ data }) => data.reason).filter(Boolean),
    // The place at which someone gave up: the last step that was not the end itself.
    left: end && end.data?.outcome !== "complete" ? changes.findLast(({ data }) => data.to !== "ready")?.data.to ?? "" : "",
  };
}

// How long each step lasted, in order: from one change of state to the next.
export function steps(events) {
  const last = events.at(-1);
  const changes = events.filter(({ type }) => type === "state_change");
  return changes
    .map((each, place) => ({
      step: each.data.to,
      side: each.data.side ?? "",
      at: each.elapsed_ms,
      ms: (changes[place + 1] ?? last).elapsed_ms - each.elapsed_ms,
      open: place === changes.length - 1,
    }))
    .filter(({ step }) => step !== "ready");
}

// Per side: whether a picture was taken, how often again, and why countdowns before it were given up.
function shots(events) {
  const sides = new Map();
  const of = (side) => sides.get(side) ?? sides.set(side, { side, taken: 0, again: [], cancels: 0 }).get(side);
  let problem = "";
  for (const { type, data = {} } of events) {
    if (type === "capture_complete") {
      of(data.side).taken++;
    } else if (type === "problem" || type === "warning") {
      problem = data.code;
    } else if (type === "state_change" && data.side && AIMING.has(data.to)) {
      const side = of(data.side);
      if (data.from === "countdown" && data.reason) {
        side.cancels++;
      } else if (!AIMING.has(data.from) && side.taken > side.again.length) {
        side.again.push(data.reason || problem || (data.from === "confirm" ? "asked" : "unread"));
      }
    }
  }
  return [...sides.values()];
}

export function figures(summaries) {
  const ended = summaries.filter(({ outcome }) => outcome);
  const sides = ended.flatMap((each) => each.shots).filter(({ taken }) => taken > 0);
  return {
    sessions: summaries.length,
    ended: ended.length,
    complete: share(ended, ({ outcome }) => outcome === "complete"),
    duration: spread(ended.filter(({ outcome }) => outcome === "complete").map(({ ms }) => ms)),
    steps: stepSpreads(ended),
    firstTry: share(sides, ({ again }) => again.length === 0),
    undisturbed: share(sides, ({ again, cancels }) => again.length === 0 && cancels === 0),
    retakes: tally(ended.flatMap((each) => each.shots.flatMap(({ again }) => again))),
    reasons: tally(ended.flatMap(({ reasons }) => reasons)),
    outcomes: tally(ended.map(({ outcome }) => outcome)),
    left: tally(ended.map(({ left }) => left).filter(Boolean)),
  };
}

export const by = (summaries, name) => {
  const groups = new Map();
  for (const each of summaries) {
    (groups.get(each[name]) ?? groups.set(each[name], []).get(each[name])).push(each);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, list]) => ({ key, ...figures(list) }));
};

function stepSpreads(ended) {
  const times = new Map();
  for (const { step, ms } of ended.flatMap((each) => each.steps)) {
    (times.get(step) ?? times.set(step, []).get(step)).push(ms);
  }
  return [...times].map(([step, list]) => ({ step, ...spread(list) }));
}

// A share and of how many; null of none, never 100 %.
const share = (list, fits) =>
  ({ share: list.length > 0 ? list.filter(fits).length / list.length : null, n: list.length });

export function spread(list) {
  const sorted = [...list].sort((one, other) => one - other);
  const at = (part) => sorted.length > 0 ? sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] : null;
  return { p50: at(0.5), p95: at(0.95), n: sorted.length };
}

function tally(list) {
  const counts = new Map();
  list.forEach((each) => counts.set(each, (counts.get(each) ?? 0) + 1));
  return [...counts].map(([code, n]) => ({ code, n })).sort((one, other) => other.n - one.n);
}

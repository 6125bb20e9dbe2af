// What each gate measured in the last half minute, as a line. Pure.

import { measured } from "./format.js";
import { t, word } from "./text.js";
import { gateShare, isAtMost } from "./view.js";

export const SPAN_MS = 30_000;

// A line is so many units wide and high; the limit lies in its middle.
export const WIDE = 120;
export const HIGH = 24;

// Readings kept of the session that is looked at: some minutes at five a second. The oldest go. The
// log holds a gate's value only where its verdict changed, so that what this page did not hear is
// nowhere.
const MOST = 1_500;

export const NONE = { session: "", at: -1, gates: null, heard: [], points: new Map() };

// `trace` with what `session` measures now. Empty again for another session, or a moment that lies
// before the last one.
export function remember(trace, session) {
  const at = session.elapsedMs;
  const before = trace.session === session.id && at >= trace.at ? trace : { ...NONE, session: session.id };
  if (session.gates === before.gates || session.gates.length === 0) {
    return before === trace ? trace : { ...before, at };
  }
  const heard = [...before.heard.slice(-MOST + 1), { at, side: session.side, gates: session.gates }];
  return { session: session.id, at, gates: session.gates, heard, points: lines(heard, session.side, at) };
}

// A station says several times a second what it measures. What is this much older than a moment says
// nothing about it, and no line goes over such a hole.
const HOLE_MS = 2_000;

// What was heard of a side up to a moment, without a hole: the gates as they stood and their lines;
// null when nothing was. `since` is when that side was aimed at.
export function recall(trace, { id, side }, since, moment) {
  const heard = [];
  let next = moment;
  for (const reading of trace.session === id ? trace.heard.toReversed() : []) {
    if (reading.at > moment || (reading.side !== side && heard.length === 0)) {
      continue;
    }
    if (reading.side !== side || reading.at < since || next - reading.at > HOLE_MS) {
      break;
    }
    heard.unshift(reading);
    next = reading.at;
  }
  return heard.length > 0 ? { gates: heard.at(-1).gates, points: lines(heard, side, moment) } : null;
}

function lines(heard, side, until) {
  const points = new Map();
  for (const { at, gates } of heard.filter((each) => each.side === side && each.at > until - SPAN_MS && each.at <= until)) {
    for (const reading of gates) {
      const point = { at, value: reading.value, pass: reading.pass, share: gateShare(reading, isAtMost(reading)) };
      points.set(reading.gate, [...(points.get(reading.gate) ?? []), point]);
    }
  }
  return points;
}

// Corners of the line, newest at the right edge.
export function corners(points) {
  const end = points.at(-1)?.at ?? 0;
  return points
    .map(({ at, share }) => [WIDE * (1 - (end - at) / SPAN_MS), HIGH * (1 - share)])
    .map((corner) => corner.map((value) => value.toFixed(1)).join(","))
    .join(" ");
}

// The same in words.
export function summary(gate, points, unit) {
  const values = points.map((point) => point.value).filter((value) => value !== null && value !== undefined);
  if (values.length < 2) {
    return t("trace.none", { gate: word("gate", gate) });
  }
  return t("trace.words", {
    gate: word("gate", gate),
    seconds: Math.round((points.at(-1).at - points[0].at) / 1000),
    least: measured(Math.min(...values), unit),
    most: measured(Math.max(...values), unit),
    share: Math.round((100 * points.filter((point) => point.pass).length) / points.length),
  });
}

// What each gate measured in the last half minute, as a line. Pure.

import { measured } from "./format.js";
import { t, word } from "./text.js";
import { gateShare, isAtMost } from "./view.js";

export const SPAN_MS = 30_000;

// A line is so many units wide and high; the limit lies in its middle.
export const WIDE = 120;
export const HIGH = 24;

export const NONE = { session: "", at: -1, gates: null, points: new Map() };

// `trace` with what `session` measures now. Empty again for another session, another side, or a
// moment that lies before the last one.
export function remember(trace, session) {
  const at = session.elapsedMs;
  const place = `${session.id} ${session.side}`;
  const before = trace.session === place && at >= trace.at ? trace : { ...NONE, session: place };
  if (session.gates === before.gates || session.gates.length === 0) {
    return before === trace ? trace : { ...before, at };
  }
  const points = new Map();
  for (const reading of session.gates) {
    const old = before.points.get(reading.gate) ?? [];
    points.set(reading.gate, [
      ...old.filter((point) => point.at > at - SPAN_MS),
      { at, value: reading.value, pass: reading.pass, share: gateShare(reading, isAtMost(reading)) },
    ]);
  }
  return { session: place, at, gates: session.gates, points };
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

import assert from "node:assert/strict";
import { test } from "node:test";
import { by, figures, spread, steps, summary } from "../../main/resources/supervisor/js/analytics.js";
import { at as replayed, redacted } from "../../main/resources/supervisor/js/replay.js";
import * as Session from "../../main/resources/supervisor/js/session.js";
import { at, golden } from "./golden.js";

const to = (seq, elapsed_ms, from, step, more = {}) =>
  at("state_change", seq, seq - 1, { elapsed_ms, from, to: step, side: "front", reason: undefined, ...more });
const one = (outcome, ...between) => [
  at("session_started", 1, 0, { elapsed_ms: 0 }), to(2, 0, "ready", "searching"), ...between,
  at("session_ended", 90, 89, { elapsed_ms: 9_000, outcome }),
];
const shot = (seq, elapsed_ms) => [
  to(seq, elapsed_ms, "searching", "countdown"),
  at("capture_complete", seq + 1, seq, { elapsed_ms: elapsed_ms + 600 }),
  to(seq + 2, elapsed_ms + 600, "countdown", "captured"),
];

test("of nothing there is no figure, never 100 %", () => {
  const none = figures([]);
  assert.deepEqual([none.complete.share, none.firstTry.share, none.duration.p50], [null, null, null]);
  assert.deepEqual([none.steps, none.retakes, none.left], [[], [], []]);
});

test("a side that was taken again is not of the first try, and the cause is told", () => {
  const again = one("complete", ...shot(3, 1_000), to(6, 2_000, "captured", "searching"), ...shot(7, 3_000));
  const asked = one("complete", ...shot(3, 1_000), to(6, 2_000, "confirm", "searching"), ...shot(7, 3_000));
  const told = figures([one("complete", ...shot(3, 1_000)), again, asked].map(summary));
  assert.deepEqual(told.firstTry, { share: 1 / 3, n: 3 });
  assert.deepEqual(told.retakes.map(({ code, n }) => `${code} ${n}`).sort(), ["asked 1", "unread 1"]);
});

test("a countdown that was given up is counted by its reason and is no retake", () => {
  const told = figures([summary(one("complete", to(3, 500, "searching", "countdown"),
    to(4, 900, "countdown", "searching", { reason: "motion_detected" }), ...shot(5, 2_000)))]);
  assert.deepEqual(told.reasons, [{ code: "motion_detected", n: 1 }]);
  assert.deepEqual([told.firstTry.share, told.undisturbed.share], [1, 0]);
});

test("where someone left is the last step before the end", () => {
  const left = summary(one("abandoned", to(3, 500, "searching", "locked"), to(4, 9_000, "locked", "ready")));
  assert.equal(left.left, "locked");
  assert.equal(summary(one("complete", ...shot(3, 100))).left, "");
});

test("a session that goes on is counted as a session and not as an outcome", () => {
  const told = figures([summary(one("complete").slice(0, -1))]);
  assert.deepEqual([told.sessions, told.ended, told.complete.share], [1, 0, null]);
});

test("a step lasts until the next change", () => {
  assert.deepEqual(steps(one("complete", ...shot(3, 1_000))).map(({ step, ms }) => `${step} ${ms}`),
    ["searching 1000", "countdown 600", "captured 7400"]);
});

test("percentiles are values that were there", () => {
  assert.deepEqual(spread([5, 1, 3]), { p50: 3, p95: 5, n: 3 });
});

test("figures are told by station", () => {
  const other = one("cancelled").map((each) => ({ ...each, station: "a" }));
  assert.deepEqual(by([one("complete"), other].map(summary), "station").map(({ key, complete }) => [key, complete.share]),
    [["a", 0], [golden("session_started").station, 1]]);
});

test("a replay shows how a session stood then", () => {
  const events = one("complete", ...shot(3, 1_000));
  assert.deepEqual([0, 1_200, 1_600, 9_000].map((ms) => replayed(events, ms)).map(({ step, outcome }) => step + outcome),
    ["searching", "countdown", "captured", "capturedcomplete"]);
});

test("what is exported has no value of a document, masked or not", () => {
  const events = [...one("complete").slice(0, -1), at("extraction_field", 3, 2, { value: "ERIKSSON", masked: false })];
  const session = events.reduce((all, each) => Session.apply(all, each, 1), Session.begin(events[0]));
  const text = JSON.stringify(redacted(session));
  assert.ok(!text.includes("ERIKSSON") && !text.includes("•") && text.includes("last_name"));
});

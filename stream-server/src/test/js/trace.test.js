import assert from "node:assert/strict";
import { test } from "node:test";
import { speak } from "../../main/resources/supervisor/js/text.js";
import { HIGH, NONE, SPAN_MS, WIDE, corners, recall, remember, summary }
  from "../../main/resources/supervisor/js/trace.js";

speak("en");
const focus = (value) => ({ gate: "focus", value, limit: 0.5, unit: "share", pass: value >= 0.5 });
const session = (elapsedMs, value, more = {}) =>
  ({ id: "a", side: "front", elapsedMs, gates: [focus(value)], ...more });
const told = (...sessions) => sessions.reduce(remember, NONE);

test("what is measured is remembered for half a minute", () => {
  const trace = told(session(0, 0.2), session(1_000, 0.6), session(SPAN_MS + 500, 0.7));
  assert.deepEqual(trace.points.get("focus").map(({ at }) => at), [1_000, SPAN_MS + 500]);
});

test("the same reading is no second point", () => {
  const first = session(0, 0.2);
  const trace = told(first, { ...first, elapsedMs: 900 });
  assert.equal(trace.points.get("focus").length, 1);
});

test("another session, another side and a moment before begin anew", () => {
  for (const other of [{ id: "b" }, { side: "back" }, { elapsedMs: 10 }]) {
    const trace = told(session(500, 0.2), session(900, 0.6, other));
    assert.equal(trace.points.get("focus").length, 1);
  }
});

test("the newest point is at the right, a limit just met in the middle", () => {
  const { points } = told(session(0, 0.25), session(SPAN_MS / 2, 0.5));
  assert.equal(corners(points.get("focus")), `${WIDE / 2}.0,${HIGH * 0.75}.0 ${WIDE}.0,${HIGH / 2}.0`);
  assert.equal(corners([]), "");
});

test("words say what the line shows", () => {
  const { points } = told(session(0, 0.2), session(2_000, 0.6));
  assert.match(summary("focus", points.get("focus"), "share"),
    /^Focus in the last 2 s: between 20\s% and 60\s%, passed in 50 % of the readings$/);
  assert.match(summary("focus", [], "share"), /not measured/);
});

test("an earlier moment has the line up to there, and nothing of what came after", () => {
  const trace = told(session(1_000, 0.2), session(2_000, 0.6), session(3_000, 0.9));
  const { gates, points } = recall(trace, { id: "a", side: "front" }, 0, 2_400);
  assert.equal(gates[0].value, 0.6);
  assert.deepEqual(points.get("focus").map(({ at, value }) => [at, value]), [[1_000, 0.2], [2_000, 0.6]]);
});

test("a moment of which nothing was heard has no line", () => {
  const trace = told(session(40_000, 0.2), session(41_000, 0.6, { side: "back" }));
  const front = { id: "a", side: "front" };
  assert.equal(recall(trace, front, 0, 39_000), null);
  assert.equal(recall(trace, front, 0, 42_100), null);
  assert.equal(recall(trace, front, 40_500, 41_000), null);
  assert.equal(recall(trace, { id: "b", side: "front" }, 0, 40_000), null);
  assert.equal(recall(NONE, front, 0, 40_000), null);
});

test("going back loses nothing, and what is kept has a bound", () => {
  const all = Array.from({ length: 2_000 }, (_, n) => session(n * 200, 0.5));
  const trace = told(...all);
  assert.equal(trace.heard.length, 1_500);
  assert.equal(recall(trace, { id: "a", side: "front" }, 0, 90_000), null);
  assert.equal(recall(trace, { id: "a", side: "front" }, 0, 200_000).gates[0].value, 0.5);
});

test("no line goes over a hole", () => {
  const trace = told(session(1_000, 0.2), session(20_000, 0.6), session(20_500, 0.7));
  const { points } = recall(trace, { id: "a", side: "front" }, 0, 21_000);
  assert.deepEqual(points.get("focus").map(({ at }) => at), [20_000, 20_500]);
  assert.equal(recall(trace, { id: "a", side: "front" }, 0, 10_000), null);
});

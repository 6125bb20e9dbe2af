import assert from "node:assert/strict";
import { test } from "node:test";
import { learn, lesson, paceOf, stepPace } from "../../main/resources/supervisor/js/pace.js";
import { initial, reduce } from "../../main/resources/supervisor/js/reduce.js";

const T = Date.parse("2026-11-22T10:00:00Z");

// A session that searched for `searching` ms, read for 500 and ended.
function story(id, searching, outcome = "complete") {
  let seq = 0;
  const tell = (type, elapsed, data) => {
    const envelope = { v: 1, station: "k", session: id, seq: ++seq, prev: seq - 1, type,
      time: new Date(T + elapsed).toISOString(), elapsed_ms: elapsed, data };
    return envelope;
  };
  return [
    tell("session_started", 0, { camera: "webcam" }),
    tell("state_change", 0, { from: "ready", to: "searching", side: "front" }),
    tell("state_change", searching, { from: "searching", to: "captured", side: "front" }),
    tell("state_change", searching + 500, { from: "captured", to: "ready" }),
    tell("session_ended", searching + 500, { outcome }),
  ];
}

const heard = (...stories) => stories.flat().reduce(
  (state, data) => reduce(state, { type: data.type, data, at: T }),
  reduce(initial(T), { type: "stream_open", at: T, data: { epoch: "e", mode: "replay", server_time: new Date(T).toISOString() } }));

test("fewer than five completed sessions tell nothing", () => {
  const { finished } = heard(...[1, 2, 3, 4].map((n) => story(`s${n}`, n * 1000)), story("x", 9_000, "cancelled"));
  assert.deepEqual(paceOf(finished, "k"), { n: 4, whole: null, steps: new Map() });
  assert.equal(paceOf(finished, "other").whole, null);
});

test("of five, a whole session and each step have their median and the longest usual time", () => {
  const { finished } = heard(...[1, 2, 3, 4, 5].map((n) => story(`s${n}`, n * 1000)));
  const pace = paceOf(finished, "k");
  assert.deepEqual(pace.whole, { p50: 3500, p95: 5500, n: 5 });
  assert.deepEqual(pace.steps.get("searching"), { p50: 3000, p95: 5000, n: 5 });
  assert.deepEqual(pace.steps.get("captured"), { p50: 500, p95: 500, n: 5 });
  assert.equal(pace.steps.has("ready"), false);
});

test("a session of which something is missing teaches nothing", () => {
  const { finished } = heard(story("s", 1000).filter(({ seq }) => seq !== 3));
  assert.equal(paceOf(finished, "k").n, 0);
  assert.equal(lesson(story("s", 1000).slice(1)), null);
});

test("what the server held counts once, beside what was heard", () => {
  const state = heard(...[1, 2, 3, 4].map((n) => story(`s${n}`, n * 1000)));
  const told = [["s4", lesson(story("s4", 4000))], ["s5", lesson(story("s5", 5000))]];
  const next = reduce(state, { type: "past", station: "k", told, at: T });
  assert.equal(paceOf(next.finished, "k").n, 5);
  assert.equal(paceOf(next.finished, "k").whole.p50, 3500);
});

test("the newest fifty of a station count", () => {
  let finished = new Map();
  for (let n = 0; n < 60; n++) {
    finished = learn(finished, "k", `s${n}`, lesson(story(`s${n}`, 1000)));
  }
  assert.equal(paceOf(finished, "k").n, 50);
});

test("a step is slow when it takes longer than 95 of 100", () => {
  const { finished } = heard(...[1, 2, 3, 4, 5].map((n) => story(`s${n}`, n * 1000)));
  const session = { step: "searching", stepAt: 1000 };
  assert.deepEqual(stepPace(paceOf(finished, "k"), session, 5000).slow, false);
  assert.deepEqual(stepPace(paceOf(finished, "k"), session, 6001).slow, true);
  assert.deepEqual(stepPace(paceOf(finished, "k"), { step: "confirm", stepAt: 0 }, 60_000),
    { ms: 60_000, usual: null, slow: false });
});

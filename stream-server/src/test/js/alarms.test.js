import assert from "node:assert/strict";
import { test } from "node:test";
import { RECOVER_MS, WAIT_MS, watch } from "../../main/resources/supervisor/js/alarms.js";

const NOW = 1_000_000;
const row = (need, session = { id: "s", outcome: "" }) => ({ key: "k", need, session });
const lost = { code: "camera_lost", since: NOW };
const stuck = { code: "struggling", since: NOW };
const after = (steps) => steps.reduce((alarms, [ms, each]) => watch(alarms, [each], NOW + ms), new Map()).get("k");

test("an alarm waits ten seconds", () => {
  assert.equal(after([[WAIT_MS - 1, row(lost)]]), undefined);
  assert.equal(after([[WAIT_MS, row(lost)]]).code, "camera_lost");
});

test("a need that was over in time is never told", () => {
  assert.equal(after([[5_000, row(lost)], [8_000, row(null)], [12_000, row({ ...lost, since: NOW + 11_000 })]]), undefined);
});

test("an alarm that is over stays for thirty seconds, and keeps its age when it comes back", () => {
  const gone = [[WAIT_MS, row(lost)], [20_000, row(null)]];
  assert.equal(after(gone).clearedAt, NOW + 20_000);
  assert.equal(after([...gone, [20_000 + RECOVER_MS, row(null)]]), undefined);
  const back = after([...gone, [25_000, row({ ...lost, since: NOW + 25_000 })]]);
  assert.deepEqual([back.since, back.clearedAt], [NOW, 0]);
});

test("what troubled a session ends with it; a lost camera troubles the next one too", () => {
  const next = row(null, { id: "next", outcome: "" });
  assert.equal(after([[WAIT_MS, row(stuck)], [11_000, next]]), undefined);
  assert.equal(after([[WAIT_MS, row(lost)], [11_000, next]]).code, "camera_lost");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Queue, place } from "../../main/resources/supervisor/js/queue.js";

const said = (type, session, n) =>
  ({ type, data: JSON.stringify({ v: 1, station: "k", ...(session ? { session } : {}), n }) });
const through = (...messages) => {
  const queue = new Queue();
  messages.forEach((message) => queue.add(message));
  return queue.take().map(({ type, data }) => `${type} ${JSON.parse(data).n}`);
};

test("of passing events the newest of each session waits, at its own place", () => {
  assert.deepEqual(
    through(said("quality_update", "a", 1), said("quality_update", "b", 2), said("state_change", "a", 3), said("quality_update", "a", 4)),
    ["quality_update 2", "state_change 3", "quality_update 4"]);
});

test("no lasting event is ever merged", () => {
  assert.equal(through(said("warning", "a", 1), said("warning", "a", 2), said("from_tomorrow", "a", 3), said("from_tomorrow", "a", 4)).length, 4);
});

test("a passing event with an envelope of another form is kept", () => {
  assert.equal(through({ type: "quality_update", data: '{"n":1}' }, { type: "quality_update", data: '{"n":2}' }).length, 2);
});

test("a position names its log and its place in it", () => {
  assert.deepEqual(place("m3k9-118"), { epoch: "m3k9", offset: 118 });
  assert.deepEqual(place(""), { epoch: "", offset: 0 });
});

test("what waits is urgent as long as something lasting is among it", () => {
  const queue = new Queue();
  queue.add(said("quality_update", "a", 1));
  assert.equal(queue.urgent, false);
  queue.add(said("state_change", "a", 2));
  assert.equal(queue.urgent, true);
  queue.take();
  assert.equal(queue.urgent, false);
});

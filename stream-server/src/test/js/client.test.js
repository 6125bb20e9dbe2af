import assert from "node:assert/strict";
import { test } from "node:test";
import { Listener, address } from "../../main/resources/supervisor/client.js";

const FIRST = { station: "kiosk-07", type: "state_change", seq: 1 };

// A listener that writes down each call.
function listening() {
  const calls = [];
  const note = (name) => (...values) => calls.push([name, ...values]);
  const names = ["onEvent", "onSnapshot", "onGap", "onReset", "onLink", "onRole"];
  const listener = new Listener(Object.fromEntries(names.map((name) => [name, note(name)])));
  return { calls, listener, says: (type, value = {}, id = "e-1") =>
    listener.take({ type, data: JSON.stringify(value), id }) };
}

test("a connection is asked for by filter and beginning", () => {
  assert.equal(address({}), "/stations/stream");
  assert.equal(address({ from: "start" }), "/stations/stream?from=start");
  assert.equal(address({ url: "/face/stream/a?x=1", filter: { type: ["b", "a"] } }),
    "/face/stream/a?x=1&type=a&type=b");
});

test("windows that list the same words in another order share", () => {
  assert.equal(address({ filter: { station: ["b", "a"], type: ["c"] } }),
    address({ filter: { type: ["c"], station: ["a", "b"] } }));
});

test("how things stand comes before what happens", () => {
  const { calls, says } = listening();
  says("stream_open", { mode: "snapshot" });
  says("snapshot", { events: [FIRST] });
  says("state_change", { ...FIRST, seq: 2 }, "e-2");

  assert.deepEqual(calls, [
    ["onLink", true, ""],
    ["onSnapshot", [FIRST], true],
    ["onEvent", { ...FIRST, seq: 2 }, "e-2"],
  ]);
});

test("after a replay a snapshot adds, after a gap or a reset it replaces", () => {
  const { calls, says } = listening();
  const wholes = () => calls.filter(([name]) => name === "onSnapshot").map(([, , whole]) => whole);
  says("snapshot", { events: [] });
  says("stream_open", { mode: "replay" });
  says("snapshot", { events: [] });
  says("stream_gap", { from: "e-1", to: "e-9" });
  says("snapshot", { events: [] });
  says("stream_reset", { epoch: "f" });
  says("snapshot", { events: [] });
  says("snapshot", { events: [] });

  assert.deepEqual(wholes(), [true, false, true, true, false]);
});

test("a link is told when it changes, and why the server closed it", () => {
  const { calls, says, listener } = listening();
  says("stream_open", { mode: "live" });
  says("stream_beat", { head: "e-1" });
  says("stream_bye", { code: "drain" });
  listener.take({ type: "link_lost", id: "e-1" });
  says("stream_open", { mode: "live" });
  listener.take({ type: "link_lost", id: "e-1" });

  assert.deepEqual(calls, [["onLink", true, ""], ["onLink", false, "drain"],
    ["onLink", true, ""], ["onLink", false, ""]]);
  assert.equal(listener.live, false);
});

test("whoever closed hears nothing more", () => {
  const { calls, says, listener } = listening();
  listener.mute();
  says("state_change", FIRST);
  listener.take({ type: "role", role: "leads" });

  assert.deepEqual(calls, []);
});

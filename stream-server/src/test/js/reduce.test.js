import assert from "node:assert/strict";
import { test } from "node:test";
import { TYPES } from "../../main/resources/supervisor/js/contract.js";
import { initial, reduce } from "../../main/resources/supervisor/js/reduce.js";
import { at, golden } from "./golden.js";

const NOW = Date.parse("2026-11-22T10:15:30.500Z");
const ID = golden("session_started").session;

const open = (mode, more = {}) => ({
  type: "stream_open",
  at: NOW,
  data: { epoch: "a1", mode, heartbeat_ms: 15_000, server_time: new Date(NOW).toISOString(), ...more },
});
const live = (envelope, when = NOW) => ({ type: envelope.type, data: envelope, at: when });
const snapshot = (...events) => ({ type: "snapshot", at: NOW, data: { offset: "a1-9", session: null, events } });
const fold = (...messages) => messages.reduce(frozen, initial(NOW));

// Fails on any change in place.
function frozen(state, message) {
  deepFreeze(state);
  return reduce(state, message);
}

function deepFreeze(value) {
  if (value && typeof value === "object" && !Object.isFrozen(value)) {
    Object.freeze(value);
    (value instanceof Map ? [...value.values()] : Object.values(value)).forEach(deepFreeze);
  }
}

const started = [
  live(at("session_started", 1, 0)),
  live(at("state_change", 2, 1, { from: "ready", to: "searching", reason: undefined })),
];
const session = (state) => state.sessions.get(ID);

test("every golden event is taken without a change in place", () => {
  for (const type of TYPES) {
    const state = fold(open("live"), live({ ...golden(type), seq: 1, prev: 0 }));
    const ofHub = type === "station_stale" || type === "station_back";
    assert.equal(state.sessions.size + state.stations.size, ofHub ? 0 : 1, type);
  }
});

test("fields are kept as they come, the newest of each name", () => {
  const state = fold(open("live"), ...started,
    live(at("extraction_field", 3, 2)),
    live(at("extraction_field", 4, 3, { field: "first_name", value: "A•••" })),
    live(at("extraction_field", 5, 4, { value: "E••••••", confidence: 0.8, band: "amber" })));
  assert.deepEqual(session(state).fields.map(({ field, band }) => [field, band]),
    [["first_name", "green"], ["last_name", "amber"]]);
});

test("a retake voids what that side gave and keeps the other", () => {
  const state = fold(open("live"), ...started,
    live(at("capture_complete", 3, 2)),
    live(at("extraction_field", 4, 3)),
    live(at("extraction_field", 5, 4, { side: "back", field: "address" })),
    live(at("state_change", 6, 5, { from: "confirm", to: "searching", side: "front" })));
  assert.equal(session(state).taken.front, false);
  assert.equal(session(state).retakes, 1);
  assert.deepEqual(session(state).fields.map(({ field }) => field), ["address"]);
});

test("a lasting event that did not arrive is noticed", () => {
  const state = fold(open("live"), ...started, live(at("capture_start", 5, 4)));
  assert.deepEqual(session(state).missed, [{ after: 2, upTo: 4 }]);
});

test("passing events that were merged are no loss", () => {
  const state = fold(open("live"), ...started,
    live(at("quality_update", 3, 2)), live(at("quality_update", 9, 2)), live(at("capture_start", 12, 2)));
  assert.deepEqual(session(state).missed, []);
});

test("a passing event too tells of a lasting one that is missing", () => {
  const state = fold(open("live"), ...started,
    live(at("quality_update", 7, 5)), live(at("capture_start", 8, 5)));
  assert.deepEqual(session(state).missed, [{ after: 2, upTo: 5 }]);
});

test("an event that comes twice changes nothing", () => {
  const once = fold(open("live"), ...started);
  assert.deepEqual(session(reduce(once, started[1])), session(once));
});

test("a snapshot replaces what was known and is not taken for a loss", () => {
  const gone = live({ ...at("session_started", 1, 0), session: "gone" });
  const state = fold(open("snapshot"), gone, open("snapshot"),
    snapshot(at("session_started", 1, 0), at("extraction_field", 20, 19), at("state_change", 21, 20)),
    live(at("capture_start", 22, 21)));
  assert.deepEqual([...state.sessions.keys()], [ID]);
  assert.deepEqual(session(state).missed, []);
  assert.equal(session(state).summary, true);
});

test("a snapshot of one session leaves the others", () => {
  const other = live({ ...at("session_started", 1, 0), session: "other" });
  const state = fold(open("live"), other, ...started, snapshot(at("session_started", 1, 0)));
  assert.deepEqual([...state.sessions.keys()].sort(), [ID, "other"].sort());
});

test("an empty snapshot after a reset empties the wall and says why", () => {
  const state = fold(open("live"), ...started, open("reset", { epoch: "b2" }), snapshot());
  assert.equal(state.sessions.size, 0);
  assert.equal(state.notice.kind, "reset");
});

test("after a gap the next snapshot counts alone", () => {
  const gap = { type: "stream_gap", at: NOW, data: { from: "a1-3", to: "a1-9" } };
  const state = fold(open("live"), ...started, gap, snapshot({ ...at("session_started", 1, 0), session: "new" }));
  assert.deepEqual([...state.sessions.keys()], ["new"]);
  assert.equal(state.notice.kind, "gap");
});

test("a first connection shows no notice", () => {
  assert.equal(fold(open("snapshot"), snapshot()).notice, null);
  assert.equal(fold(open("reset"), snapshot()).notice, null);
});

test("the fetched history fills the timeline of one that joined late", () => {
  const events = [at("session_started", 1, 0), at("state_change", 2, 1), at("capture_start", 3, 2)];
  const state = fold(open("snapshot"), snapshot(events[0], events[2]),
    live(at("capture_complete", 4, 3)),
    { type: "history", session: ID, data: events, at: NOW });
  assert.deepEqual(session(state).timeline.map(({ seq }) => seq), [1, 2, 3, 4]);
  assert.equal(session(state).summary, false);
});

test("the fetched history tells all of a session that had ended, of which a snapshot tells only the end", () => {
  const events = [at("session_started", 1, 0), at("capture_complete", 2, 1), at("extraction_field", 3, 2),
    at("face_compared", 4, 3), at("session_ended", 5, 4)];
  const state = fold(open("snapshot"), snapshot(events[4]), { type: "history", session: ID, data: events, at: NOW });
  assert.equal(session(state).outcome, "complete");
  assert.equal(session(state).fields.length, 1);
  assert.equal(session(state).taken.front, true);
  assert.equal(session(state).likeness.resemblance, "alike");
});

test("what a snapshot tells of long ago is not of now", () => {
  const old = { ...at("session_started", 1, 0), time: new Date(NOW - 60_000).toISOString() };
  assert.equal(session(fold(open("snapshot"), snapshot(old))).seenAt, NOW - 60_000);
});

test("a station that was started again is heard again", () => {
  const first = { ...golden("camera_lost"), seq: 42, time: "2026-11-22T10:00:00.000Z" };
  const again = { ...golden("station_status"), seq: 1, prev: 0, time: "2026-11-22T10:05:00.000Z" };
  const station = fold(open("live"), live(first), live(again)).stations.get("kiosk-07");
  assert.equal(station.cameraLostAt, 0);
  assert.equal(station.version, "0.1.0");
});

test("of two cameras both must be back", () => {
  const event = (type, seq, role) => ({ ...golden(type), seq, data: { ...golden(type).data, role } });
  const after = (...events) =>
    fold(open("live"), ...events.map((each) => live(each))).stations.get("kiosk-07");
  const lost = [event("camera_lost", 41, "face"), event("camera_lost", 42, "document")];
  assert.notEqual(after(...lost, event("camera_found", 43, "document")).cameraLostAt, 0);
  assert.equal(
    after(...lost, event("camera_found", 43, "document"), event("camera_found", 44, "face"))
      .cameraLostAt, 0);
});

test("a lost link counts from the first failure, until the stream opens again", () => {
  const lost = (when) => ({ type: "link_lost", at: when });
  const state = fold(open("live"), lost(NOW + 1_000), lost(NOW + 4_000));
  assert.deepEqual([state.link.phase, state.link.since], ["lost", NOW + 1_000]);
  assert.equal(reduce(state, open("live")).link.phase, "live");
});

test("a thousand ended sessions do not grow the page", () => {
  let state = fold(open("live"));
  for (let number = 0; number < 1_000; number++) {
    const id = `s${number}`;
    state = reduce(state, live({ ...at("session_started", 1, 0), session: id }));
    state = reduce(state, live({ ...at("session_ended", 2, 1), session: id }, NOW + number));
  }
  assert.equal(state.sessions.size, 40);
  assert.ok(state.sessions.has("s999"));
});

test("a long session keeps its newest steps and says how many it dropped", () => {
  let state = fold(open("live"), live(at("session_started", 1, 0)));
  for (let seq = 2; seq <= 500; seq++) {
    state = reduce(state, live(at("quality_gate_failed", seq, seq - 1)));
  }
  assert.equal(session(state).timeline.length, 400);
  assert.equal(session(state).older, 100);
});

test("hostile values are only values", () => {
  const id = "__proto__";
  const state = fold(open("live"),
    live({ ...at("session_started", 1, 0), session: id }),
    live({ ...at("extraction_field", 2, 1, { field: "constructor", value: "<img src=x onerror=alert(1)>" }), session: id }));
  assert.equal(state.sessions.get(id).fields[0].value, "<img src=x onerror=alert(1)>");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { initial, reduce } from "../../main/resources/supervisor/js/reduce.js";
import { elapsed, gateShare, healthOf, isLive, link, need, placed, rail, rows }
  from "../../main/resources/supervisor/js/view.js";
import { at, golden } from "./golden.js";

const NOW = Date.parse("2026-11-22T10:15:30.500Z");
const ID = golden("session_started").session;

const open = { type: "stream_open", at: NOW, data: { epoch: "a1", mode: "live", beat_ms: 10_000 } };
const live = (envelope, when = NOW) => ({ type: envelope.type, data: envelope, at: when });
const begun = (id, elapsed_ms = 0) => [
  live(at("session_started", 1, 0, { session: id, elapsed_ms })),
  live(at("state_change", 2, 1, { session: id, elapsed_ms, from: "ready", to: "searching" })),
];
const fold = (...messages) => messages.reduce(reduce, reduce(initial(NOW), open));
const codeOf = (state, now, id = ID) => need(state, state.sessions.get(id), now)?.code;

test("two beats of silence make the page stale", () => {
  assert.equal(link(fold(), NOW + 20_000).word, "live");
  assert.equal(link(fold(), NOW + 20_001).word, "stale");
});

test("a beat keeps a quiet page live", () => {
  const beat = { type: "stream_beat", at: NOW + 15_000, data: { head: "a1-1" } };
  assert.equal(link(fold(beat), NOW + 30_000).word, "live");
});

test("nothing is live before the snapshot has arrived", () => {
  const opening = { ...open, data: { ...open.data, mode: "snapshot" } };
  assert.equal(link(reduce(initial(NOW), opening), NOW).word, "connecting");
});

test("a session is not live while the page is not", () => {
  const state = fold(...begun(ID), { type: "link_lost", at: NOW });
  assert.equal(isLive(state, state.sessions.get(ID), NOW), false);
  assert.equal(elapsed(state.sessions.get(ID), NOW + 9_000, false), 0);
});

test("a session without a sign for 12 s needs someone although the stream is live", () => {
  const beat = { type: "stream_beat", at: NOW + 13_000, data: { head: "a1-1" } };
  assert.equal(codeOf(fold(...begun(ID), beat), NOW + 13_000), "silent");
});

test("a lost camera is the need of its session, and is over when it is found", () => {
  const lost = live({ ...golden("camera_lost"), seq: 1 });
  const found = live({ ...golden("camera_found"), seq: 2 });
  assert.equal(codeOf(fold(...begun(ID), lost), NOW), "camera_lost");
  assert.equal(codeOf(fold(...begun(ID), lost, found), NOW), undefined);
});

test("aiming for more than 15 s means that someone is stuck", () => {
  const update = live(at("quality_update", 3, 2, { elapsed_ms: 16_000 }), NOW + 16_000);
  assert.equal(codeOf(fold(...begun(ID), update), NOW + 16_000), "struggling");
});

test("the back has its own 15 s", () => {
  const shot = live(at("capture_complete", 3, 2, { elapsed_ms: 14_000 }), NOW + 14_000);
  const back = live(at("state_change", 4, 3,
    { elapsed_ms: 15_000, from: "flip_to_back", to: "back_searching", side: "back" }), NOW + 15_000);
  assert.equal(codeOf(fold(...begun(ID), shot, back), NOW + 20_000), undefined);
});

const at_ = (station, ...messages) =>
  messages.map((message) => ({ ...message, data: { ...message.data, station } }));
const beat = (station, when, more = {}) => live(
  { ...golden("station_beat"), station, seq: when - NOW + 100, time: new Date(when).toISOString(), data: { every_ms: 5_000, ...more } }, when);
const conditions = (state, now, alarms = new Map()) =>
  placed(rows(state, now), alarms).map((row) => `${row.name} ${row.condition}`);

test("who needs help comes first, longest first; equal ones keep their place by name", () => {
  const state = fold(...at_("k10", ...begun("a", 1_000)), ...at_("k2", ...begun("b", 5_000)),
    ...at_("stuck", ...begun("c")), ...at_("over", ...begun("d"), live(at("session_ended", 3, 2, { session: "d" }))),
    ...at_("first", ...begun("e")));
  const alarms = new Map([["stuck", { code: "problem", since: NOW }], ["first", { code: "problem", since: NOW - 9 }]]);
  assert.deepEqual(conditions(state, NOW, alarms),
    ["first need", "stuck need", "k2 running", "k10 running", "over idle"]);
});

test("a station is stale after two missed beats, offline after a minute, and back with the next", () => {
  const state = fold(beat("k", NOW));
  assert.deepEqual(conditions(state, NOW + 10_000), ["k idle"]);
  assert.deepEqual(conditions(state, NOW + 10_001), ["k stale"]);
  assert.deepEqual(conditions(state, NOW + 60_001), ["k offline"]);
  assert.deepEqual(conditions(fold(beat("k", NOW), beat("k", NOW + 61_000)), NOW + 62_000), ["k idle"]);
});

test("a session of a station that fell silent is not live, and no alarm of it is told", () => {
  const state = fold(...at_("k", ...begun(ID)), beat("k", NOW));
  assert.equal(isLive(state, state.sessions.get(ID), NOW + 10_001), false);
  assert.equal(rows(state, NOW + 10_001)[0].need, null);
});

test("a station that never told of beats is expected to speak while it serves", () => {
  assert.equal(healthOf(undefined, true, NOW, NOW + 12_001), "stale");
  assert.equal(healthOf(undefined, false, NOW, NOW + 12_001), "live");
  assert.equal(healthOf(undefined, false, NOW, NOW + 60_001), "offline");
});

test("a session that a restarted station left behind is not shown beside the new one", () => {
  const late = NOW + 70_000;
  const state = fold(...at_("k", ...begun("old")),
    ...at_("k", ...begun("new").map((message) => ({ ...message, at: late }))));
  assert.deepEqual(rows(state, late).map((row) => row.session.id), ["new"]);
});

test("two sessions of one station are two tiles, of which the newest has the station's place", () => {
  const state = fold(...at_("k", ...begun("one", 9_000)), ...at_("k", ...begun("two", 1_000)));
  assert.deepEqual(rows(state, NOW).map((row) => [row.key, row.session.id]), [["k", "two"], ["k one", "one"]]);
});

test("a clock that is wrong is told by its beat", () => {
  const state = fold(beat("k", NOW, { clock: new Date(NOW + 180_000).toISOString() }));
  assert.equal(state.stations.get("k").skewMs, 180_000);
});

test("the rail of a passport has no back to wait for", () => {
  const state = fold(...begun(ID), live(at("capture_complete", 3, 2)), live(at("session_ended", 4, 3)));
  assert.deepEqual(rail(state.sessions.get(ID)).map(({ state: name }) => name), ["taken", "skipped", "taken"]);
});

test("the face is a stop of the rail from when it is looked for", () => {
  const looking = fold(...begun(ID), live(at("capture_complete", 3, 2)),
    live(at("state_change", 4, 3, { from: "confirm", to: "searching", side: "face" })));
  assert.deepEqual(rail(looking.sessions.get(ID)).map(({ name, state }) => `${name} ${state}`),
    ["front taken", "back skipped", "face active", "done todo"]);
});

test("a bar reaches the mark exactly when its gate passes", () => {
  assert.ok(gateShare({ value: 0.96, limit: 0.95, pass: true }, false) >= 0.5);
  assert.ok(gateShare({ value: 0.94, limit: 0.95, pass: false }, false) < 0.5);
  assert.ok(gateShare({ value: 0, limit: 0.008, pass: true }, true) >= 0.5);
  assert.ok(gateShare({ value: 0.012, limit: 0.008, pass: false }, true) < 0.5);
  assert.equal(gateShare({ value: null, limit: 0.5, pass: false }, false), 0);
});

test("what troubles a station is seen on the wall until it is over, whether it serves anybody or not", () => {
  const trouble = (over, seq) => live({ ...golden("station_trouble"), seq, data: { code: "DISK-01", over } });
  const needOf = (state) => rows(state, NOW)[0].need;
  const full = { code: "problem", since: NOW, detail: "DISK-01" };
  assert.deepEqual(needOf(fold(trouble(false, 1))), full);
  assert.deepEqual(needOf(fold(...begun(ID), trouble(false, 1))), full);
  assert.equal(needOf(fold(trouble(false, 1), trouble(true, 2))), null);
});

test("an interrupted session needs somebody until it is said what becomes of it", () => {
  const told = (recovery, seq) => live({
    ...golden("session_interrupted"), seq, data: { ...golden("session_interrupted").data, recovery },
  });
  const needOf = (state) => rows(state, NOW)[0].need;
  assert.deepEqual(needOf(fold(told("asked", 1))), { code: "interrupted", since: NOW });
  assert.equal(needOf(fold(told("asked", 1), told("resumed", 2))), null);
  assert.equal(needOf(fold(told("asked", 1), told("discarded", 2))), null);
});

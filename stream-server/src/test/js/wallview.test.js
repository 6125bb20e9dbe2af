import assert from "node:assert/strict";
import { test } from "node:test";
import { USUAL, densityOf, read, wanted, write } from "../../main/resources/supervisor/js/wallview.js";

const row = { name: "kiosk-07", site: "Manila", session: { id: "019a" }, condition: "running" };

test("what is chosen stands in the address and comes back from it", () => {
  const view = { q: "kiosk & co", site: "Cebu", show: ["need", "stale"], group: "site", density: "dense", tv: true };
  assert.deepEqual(read(write(view)), view);
  assert.equal(write(USUAL), "");
  assert.deepEqual(read(""), { ...USUAL, show: [] });
});

test("an address that somebody made up chooses nothing that there is not", () => {
  assert.deepEqual(read("?group=__proto__&density=9&show=all,need&tv=yes"), { ...USUAL, show: ["need"] });
});

test("search finds by station, site and session, all words of it", () => {
  for (const q of ["KIOSK", "manila 07", "019a", ""]) {
    assert.ok(wanted({ ...USUAL, q }, row), q);
  }
  assert.ok(!wanted({ ...USUAL, q: "kiosk cebu" }, row));
  assert.ok(!wanted({ ...USUAL, show: ["need"] }, row));
  assert.ok(!wanted({ ...USUAL, site: "Cebu" }, row));
});

test("more stations get smaller tiles, and a screen for all shows no values", () => {
  assert.deepEqual([6, 7, 41].map((tiles) => densityOf(USUAL, tiles)), ["full", "compact", "dense"]);
  assert.equal(densityOf({ ...USUAL, density: "full", tv: true }, 1), "compact");
});

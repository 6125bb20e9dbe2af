// All sessions: who needs help first. Below the header a line for each station.

import { attribute, h, icon, keyed, setIcon, show, text } from "./dom.js";
import { age } from "./format.js";
import { demonstrationBadge } from "./parts.js";
import { spoken, t } from "./text.js";
import { tile } from "./tile.js";
import { link } from "./view.js";

const GROUPS = ["need", "running", "ended"];

// While someone points or types, nothing may jump away under the pointer.
const HOLD_MS = 3_000;

export function wall() {
  const title = h("h1", { class: "unseen" });
  const stations = h("ul", { class: "stations" });
  const emptyTitle = h("h2");
  const emptyText = h("p");
  const hint = h("span");
  const emptyHint = h("p", { class: "hint" }, hint, " ", h("code", {}, "./tanaw run"));
  const empty = h("section", { class: "empty", id: "empty" }, icon("camera"), emptyTitle, emptyText, emptyHint);
  const groups = GROUPS.map((name, number) => group(name, number));
  const element = h("div", { class: "wall", id: "wall" },
    title, stations, empty, ...groups.map((each) => each.element));

  let touchedAt = 0;
  let order = new Map();
  for (const kind of ["pointermove", "pointerdown", "keydown"]) {
    element.addEventListener(kind, () => (touchedAt = Date.now()), { passive: true });
  }
  element.addEventListener("keydown", moveFocus);

  return {
    element,
    update(state, rows, now) {
      text(title, t("page.home"));
      drawStations(state, now);
      show(empty, rows.length === 0);
      const live = link(state, now).word === "live";
      text(emptyTitle, t(live ? "empty.title" : "empty.offline.title"));
      text(emptyText, t(live ? "empty.text" : "empty.offline.text"));
      text(hint, t("empty.station"));
      // Who needs help is not known while nothing is heard: the last order stays.
      const placed = !live || now - touchedAt < HOLD_MS ? held(rows, order) : rows;
      order = new Map(placed.map((row, place) => [row.session.id, { place, group: row.group }]));
      groups.forEach((each, number) =>
        each.update(placed.filter((row) => row.group === number), state, now, live));
    },
  };

  function drawStations(state, now) {
    const serving = new Set(
      [...state.sessions.values()].filter((each) => !each.outcome).map((each) => each.station));
    const list = [...state.stations.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
    show(stations, list.length > 0);
    const live = link(state, now).word === "live";
    keyed(stations, list, (station) => station.name, stationRow, (row, station) =>
      row.update(station, serving.has(station.name), live, now));
  }
}

// The rows in the places that they had; who is new comes last.
function held(rows, order) {
  return rows
    .map((row) => ({ ...row, group: order.get(row.session.id)?.group ?? row.group }))
    .sort((one, other) => placeOf(one, order) - placeOf(other, order));
}

const placeOf = (row, order) => order.get(row.session.id)?.place ?? Number.MAX_SAFE_INTEGER;

function group(name, number) {
  const title = h("h2");
  const count = h("span", { class: "group-count" });
  const grid = h("div", { class: "grid" });
  const element = h("section", { class: "group", "data-group": name }, h("header", {}, title, count), grid);
  return {
    element,
    number,
    update(rows, state, now, live) {
      show(element, rows.length > 0);
      attribute(element, "data-live", live || name === "ended");
      const heading = t(`group.${name}`);
      text(title, live || name === "ended" ? heading : t("group.stale", { heading }));
      text(count, rows.length);
      keyed(grid, rows, (row) => row.session.id, tile, (each, row) => each.update(row, state, now));
    },
  };
}

function stationRow() {
  const mark = icon("camera");
  const name = h("strong");
  const status = h("span", { class: "station-status" });
  const camera = h("span", { class: "station-camera" });
  const badge = demonstrationBadge();
  const element = h("li", { class: "station" }, mark, name, status, camera, badge.element);
  let drawn = [];
  return {
    element,
    update(station, serving, live, now) {
      const wanted = [station, serving, live, spoken(), Math.floor(now / 1000)];
      if (wanted.every((value, place) => value === drawn[place])) {
        return;
      }
      drawn = wanted;
      attribute(element, "data-camera", !live ? "stale" : station.cameraLostAt ? "lost" : "ok");
      setIcon(mark, !live ? "dash" : station.cameraLostAt ? "alert" : "camera");
      text(name, station.name);
      text(status, live ? t(serving ? "station.serving" : "station.idle") : t("station.stale"));
      const lost = live && station.cameraLostAt;
      show(camera, Boolean(lost));
      text(camera, lost
        ? t("station.camera.lost", { age: age(Math.max(0, now - station.cameraLostAt)) }) : "");
      badge.update(station.demonstration);
    },
  };
}

// Arrow keys go to the neighbouring tile, as the eye does.
function moveFocus(event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = event.target.closest?.(".tile");
  if (!step || !from) {
    return;
  }
  const [dx, dy] = step;
  const middle = (box) => ({ x: box.x + box.width / 2, y: box.y + Math.min(box.height, 80) / 2 });
  const here = middle(from.getBoundingClientRect());
  const next = [...event.currentTarget.querySelectorAll(".tile")]
    .filter((each) => each !== from)
    .map((each) => ({ each, at: middle(each.getBoundingClientRect()) }))
    .map(({ each, at }) => ({ each, ahead: (at.x - here.x) * dx + (at.y - here.y) * dy,
      aside: Math.abs((at.x - here.x) * dy) + Math.abs((at.y - here.y) * dx) }))
    .filter(({ ahead }) => ahead > 8)
    .sort((one, other) => one.ahead + 3 * one.aside - other.ahead - 3 * other.aside)[0];
  if (next) {
    event.preventDefault();
    next.each.querySelector("a").focus();
  }
}

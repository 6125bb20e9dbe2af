// All stations, who needs help first: the page's first sight.

import { attribute, h, icon, keyed, show, text } from "./dom.js";
import { moveFocus } from "./keys.js";
import { paceOf } from "./pace.js";
import { beginDrawing, small } from "./small.js";
import { t } from "./text.js";
import { tile } from "./tile.js";
import { link } from "./view.js";
import { CONDITIONS, densityOf, wanted } from "./wallview.js";

// While someone points or types, nothing may jump away under the pointer.
const HOLD_MS = 5_000;

// `past.want(state, station)` where a tile has the room to say what is usual there.
export function wall(tools, past) {
  const title = h("h1", { class: "unseen" });
  const emptyTitle = h("h2");
  const emptyText = h("p");
  const hint = h("span");
  const emptyHint = h("p", { class: "hint" }, hint, " ", h("code", {}, "./tanaw run"));
  const empty = h("section", { class: "empty", id: "empty" }, icon("camera"), emptyTitle, emptyText, emptyHint);
  const nothing = h("p", { class: "nothing", id: "nothing" });
  const groups = h("div", { class: "groups" });
  const element = h("div", { class: "wall", id: "wall" }, title, tools.element, empty, nothing, groups);

  let touchedAt = 0;
  let order = new Map();
  for (const kind of ["pointermove", "pointerdown", "keydown"]) {
    groups.addEventListener(kind, () => (touchedAt = Date.now()), { passive: true });
  }
  groups.addEventListener("keydown", moveFocus);

  return {
    element,
    update(state, rows, view, now, tongue) {
      text(title, t("page.home"));
      const live = link(state, now).word === "live";
      show(empty, rows.length === 0);
      text(emptyTitle, t(live ? "empty.title" : "empty.offline.title"));
      text(emptyText, t(live ? "empty.text" : "empty.offline.text"));
      text(hint, t("empty.station"));
      const shown = rows.filter((row) => wanted(view, row));
      show(tools.element, rows.length > 1 && !view.tv);
      tools.update(view, rows, shown.length, tongue);
      show(nothing, rows.length > 0 && shown.length === 0);
      text(nothing, t("tools.nothing"));
      // Who needs help is not known while nothing is heard: the last order stays.
      const placed = !live || now - touchedAt < HOLD_MS ? held(shown, order, view) : shown.map((row) => ({ ...row, group: groupOf(row, view) }));
      order = new Map(placed.map((row, place) => [row.key, { place, group: row.group }]));
      const focused = groups.contains(document.activeElement)
        ? document.activeElement.closest(".tile")?.dataset.station : undefined;
      const density = densityOf(view, shown.length);
      beginDrawing();
      if (density === "full") {
        shown.forEach((row) => past.want(state, row.name));
      }
      attribute(element, "data-density", density);
      keyed(groups, grouped(placed, view), ({ name }) => `${density} ${view.group} ${name}`,
        () => group(density), (part, each) => part.update(each, view, state, now, live));
      // A tile that went to another group is a new one: who was on it stays on it.
      if (focused !== undefined && !groups.contains(document.activeElement)) {
        groups.querySelector(`[data-station="${CSS.escape(focused)}"] a`)?.focus({ preventScroll: true });
      }
    },
  };
}

const groupOf = (row, view) => (view.group === "site" ? row.site : row.condition);

function grouped(rows, view) {
  const found = new Map();
  for (const row of rows) {
    (found.get(row.group) ?? found.set(row.group, []).get(row.group)).push(row);
  }
  const names = view.group === "site" ? [...found.keys()].sort()
    : CONDITIONS.filter((name) => found.has(name));
  return names.map((name) => ({ name, rows: found.get(name) }));
}

// The rows in the places that they had; who is new comes last.
function held(rows, order, view) {
  return rows
    .map((row) => ({ ...row, group: order.get(row.key)?.group ?? groupOf(row, view) }))
    .sort((one, other) => placeOf(one, order) - placeOf(other, order));
}

const placeOf = (row, order) => order.get(row.key)?.place ?? Number.MAX_SAFE_INTEGER;

function group(density) {
  const title = h("h2");
  const count = h("span", { class: "group-count" });
  const grid = h("div", { class: "grid" });
  const element = h("section", { class: "group" }, h("header", {}, title, count), grid);
  return {
    element,
    update({ name, rows }, view, state, now, live) {
      attribute(element, "data-group", view.group === "site" ? "site" : name);
      attribute(element, "data-live", live);
      const heading = view.group === "site" ? name || t("tools.site.none") : t(`group.${name}`);
      text(title, live ? heading : t("group.known", { heading }));
      text(count, rows.length);
      keyed(grid, rows, (row) => row.key, density === "full" ? tile : small,
        (each, row) => density === "full"
          ? each.update(row, state, now, paceOf(state.finished, row.name))
          : each.update(row, now, live, paceOf(state.finished, row.name).whole?.p50 ?? null));
    },
  };
}

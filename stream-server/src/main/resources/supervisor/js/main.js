// Wires the page: a worker that hears the stream, one state, drawn on the next frame.

import { watch } from "./alarms.js";
import { bar, notices } from "./bar.js";
import { isLasting } from "./contract.js";
import { detail } from "./detail.js";
import { attribute, h, text } from "./dom.js";
import { figures } from "./figures.js";
import { historyOf } from "./history.js";
import { helpDialog, letters } from "./keys.js";
import { pastOf } from "./past.js";
import { initial, reduce } from "./reduce.js";
import { parse } from "./route.js";
import { preferred, speak, spoken, t } from "./text.js";
import { needSentence } from "./tile.js";
import { toolbar } from "./toolbar.js";
import { fitting } from "./tv.js";
import { link, placed, rows as rowsOf } from "./view.js";
import { wall } from "./wall.js";
import { CONDITIONS, DENSITIES, read, write } from "./wallview.js";

const TONGUE = "tanaw.language";
const HIDDEN_MS = 1_000;
const FRAME_MS = 15;
// What a drawing costs, times this, passes before the next one.
const REST = 1.3;
const main = document.getElementById("main");
const said = document.getElementById("said");

let state = initial(Date.now());
let view = read(location.search);
let alarms = new Map();
let due = 0;
let dueAt = Infinity;
let owing = 0;
let drawnAt = 0;
let cost = 0;
let renderingAt = 0;
let lastOpen = "";
let announced = new Map();

const worker = new Worker(trusted("js/worker.js"), { type: "module" });
const header = bar(choose, (name) => change({
  show: view.show.includes(name) ? view.show.filter((other) => other !== name) : [...view.show, name],
}));
const messages = notices(document.getElementById("notices"), () => tell([{ type: "notice_read", at: Date.now() }]));
const tools = toolbar(change);
const help = helpDialog();
const past = pastOf(tell);
const pages = { wall: wall(tools, past), session: detail(soon, past), figures: figures() };
const history = historyOf(tell);
const fit = fitting();

document.getElementById("bar").append(...header.elements);
document.body.append(help.element);
tools.help.addEventListener("click", help.open);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  (main.querySelector(".tile a") ?? main.querySelector("h1:not(.unseen)") ?? main).focus();
});
letters({
  "/": () => tools.search.focus(),
  n: nextNeed,
  g: () => change({ group: view.group === "need" ? "site" : "need" }),
  d: () => change({ density: DENSITIES[(DENSITIES.indexOf(view.density) + 1) % DENSITIES.length] }),
  t: () => change({ tv: !view.tv }),
  a: () => (location.hash = "#/analytics"),
  "?": help.open,
});
addEventListener("hashchange", () => go(true));
addEventListener("popstate", () => {
  view = read(location.search);
  soon();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
    if (route().page !== "wall") {
      location.hash = "#/";
    } else if (view.tv) {
      change({ tv: false });
    }
  }
});
document.addEventListener("visibilitychange", () => {
  worker.postMessage("look");
  soon();
});
const rendered = new MessageChannel();
rendered.port2.onmessage = () => (cost += performance.now() - renderingAt);
addEventListener("online", () => worker.postMessage("look"));
setInterval(soon, 500);

speak(stored() ?? preferred(navigator.languages ?? []));
go(false);
worker.addEventListener("message", ({ data }) => {
  owing++;
  tell(data);
});

function tell(list) {
  for (const message of list) {
    if (message.type === "role") {
      document.documentElement.dataset.stream = message.role;
    } else {
      state = reduce(state, message);
    }
  }
  drawAfter(list.some(({ type }) => isLasting(type)) ? 0 : FRAME_MS);
}

function soon() {
  drawAfter(FRAME_MS);
}

// Any number of messages, one drawing: of measurements one in a frame at most, of what lasts at
// once. It does not wait for the frame: what is written now is in the next one. Drawing takes less
// than half of the time: what it costs, the browser's part included, sets how soon the next one
// comes, so that a large wall slows its pictures and not its reading.
function drawAfter(least) {
  const now = performance.now();
  // No frames of a hidden page are shown; its title still tells who needs help.
  const at = document.hidden ? now + HIDDEN_MS : Math.max(now, drawnAt + Math.max(least, REST * cost));
  if (at < dueAt) {
    clearTimeout(due);
    dueAt = at;
    due = setTimeout(draw, at - now);
  }
}

function draw() {
  const begun = performance.now();
  clearTimeout(due);
  dueAt = Infinity;
  drawAll();
  drawnAt = performance.now();
  cost = drawnAt - begun;
  if (owing) {
    worker.postMessage({ drawn: owing });
    owing = 0;
  }
  if (!document.hidden) {
    requestAnimationFrame(rendering);
  }
}

// The browser lays out and paints behind this, and comes to messages behind that.
function rendering() {
  renderingAt = performance.now();
  rendered.port1.postMessage(null);
}

function drawAll() {
  const now = Date.now();
  const found = rowsOf(state, now);
  // What is not heard cannot become better or worse.
  if (link(state, now).word === "live") {
    alarms = watch(alarms, found, now);
  }
  const rows = placed(found, alarms);
  const at = route();
  // Written only when it differs: setting it again has the browser style the whole page anew.
  attribute(document.documentElement, "lang", spoken());
  attribute(document.documentElement, "data-tv", view.tv && at.page === "wall" ? "true" : null);
  text(document.getElementById("skip"), t("page.skip"));
  header.update(state, rows, view, now);
  messages.update(state, rows);
  if (at.page !== "session") {
    pages.session.leave();
  }
  switch (at.page) {
    case "session":
      pages.session.update(state, at, now);
      if (at.id) {
        history.want(state, at.id);
      }
      break;
    case "figures":
      pages.figures.update(spoken());
      break;
    default:
      pages.wall.update(state, rows, view, now, spoken());
      fit(view.tv, shape(rows));
  }
  const shown = at.page === "session" ? state.sessions.get(at.id)?.station : undefined;
  const waiting = rows.filter((row) => row.condition === "need").length;
  const title = `${waiting > 0 ? `(${waiting}) ` : ""}${shown ? `${shown} · ` : ""}${t("page.title")}`;
  if (document.title !== title) {
    document.title = title;
  }
  announce(rows);
}

// How many tiles stand in how many groups.
function shape(rows) {
  return CONDITIONS.map((name) => rows.filter((row) => row.condition === name).length > 0).join() + rows.length;
}

// A new need is said once to those who listen rather than look.
function announce(rows) {
  const needs = new Map(rows.filter((row) => row.condition === "need").map((row) => [row.key, row]));
  for (const [key, row] of needs) {
    if (announced.get(key) !== row.alarm.code) {
      said.append(h("p", {}, t("need.said", { station: row.name, what: needSentence(row.alarm) })));
    }
  }
  while (said.children.length > 5) {
    said.firstChild.remove();
  }
  announced = new Map([...needs].map(([key, row]) => [key, row.alarm.code]));
}

// The next station that needs help, from the one that is focused.
function nextNeed() {
  const tiles = [...main.querySelectorAll(".tile[data-condition='need'] a")];
  tiles[(tiles.indexOf(document.activeElement) + 1) % tiles.length]?.focus();
}

function route() {
  return parse(location.hash, state);
}

function go(moved) {
  const at = route();
  const page = pages[at.page];
  const before = main.firstElementChild;
  main.replaceChildren(page.element);
  draw();
  if (!moved) {
    return;
  }
  scrollTo(0, 0);
  if (at.page !== "wall") {
    page.title.focus();
  } else if (before !== page.element) {
    main.querySelector(`[data-session="${CSS.escape(lastOpen)}"] a`)?.focus();
  }
  lastOpen = at.id || lastOpen;
}

function change(part) {
  view = { ...view, ...part };
  window.history.replaceState(null, "", `${location.pathname}${write(view)}${location.hash}`);
  soon();
}

function choose(name) {
  speak(name);
  try {
    localStorage.setItem(TONGUE, name);
  } catch {
    // A browser that stores nothing still shows the language that was chosen.
  }
  draw();
}

function stored() {
  try {
    return localStorage.getItem(TONGUE) ?? undefined;
  } catch {
    return undefined;
  }
}

// Only this page's own files run.
function trusted(path) {
  const url = new URL(path, document.baseURI).href;
  return window.trustedTypes
    ? window.trustedTypes.createPolicy("tanaw", { createScriptURL: (address) => address }).createScriptURL(url)
    : url;
}

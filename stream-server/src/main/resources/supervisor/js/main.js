// Wires the page: one feed into one state, drawn on the next frame.

import { bar, notices } from "./bar.js";
import { detail } from "./detail.js";
import { h, text } from "./dom.js";
import { Feed } from "./feed.js";
import { initial, reduce } from "./reduce.js";
import { preferred, speak, spoken, t } from "./text.js";
import { needSentence } from "./tile.js";
import { wall as rowsOf } from "./view.js";
import { wall } from "./wall.js";

const TONGUE = "tanaw.language";
const main = document.getElementById("main");
const said = document.getElementById("said");

let state = initial(Date.now());
let due = false;
let drawnAt = 0;
let cost = 0;
let lastOpen = "";
let announced = new Map();
const asked = new Set();

const header = bar(choose);
const messages = notices(document.getElementById("notices"), () =>
  tell({ type: "notice_read", at: Date.now() }));
const all = wall();
const one = detail();

document.getElementById("bar").append(...header.elements);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  (main.querySelector(".tile a") ?? main.querySelector("#detail h1") ?? main).focus();
});
addEventListener("hashchange", () => route(true));
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && openSession()) {
    location.hash = "#/";
  }
});
document.addEventListener("visibilitychange", soon);
setInterval(soon, 500);

speak(stored() ?? preferred(navigator.languages ?? []));
route(false);
new Feed("/stations/stream", tell).start();

function tell(message) {
  state = reduce(state, message);
  soon();
}

// Any number of messages, one drawing. Drawing takes a quarter of the time at most: what it costs
// sets how soon the next one comes, so that a large wall slows its pictures and not its reading.
function soon() {
  if (!due) {
    due = true;
    const rest = drawnAt + 3 * cost - performance.now();
    if (rest > 0) {
      setTimeout(() => requestAnimationFrame(draw), rest);
    } else {
      requestAnimationFrame(draw);
    }
  }
}

function draw() {
  const begun = performance.now();
  due = false;
  drawAll();
  drawnAt = performance.now();
  cost = drawnAt - begun;
}

function drawAll() {
  const now = Date.now();
  const rows = rowsOf(state, now);
  const id = openSession();
  document.documentElement.lang = spoken();
  text(document.getElementById("skip"), t("page.skip"));
  header.update(state, rows, now);
  messages.update(state);
  if (id) {
    one.update(state, id, now);
    fetchHistory(id);
  } else {
    all.update(state, rows, now);
  }
  const shown = id ? state.sessions.get(id)?.station : undefined;
  const waiting = rows.filter((row) => row.need).length;
  const title = `${waiting > 0 ? `(${waiting}) ` : ""}${shown ? `${shown} · ` : ""}${t("page.title")}`;
  if (document.title !== title) {
    document.title = title;
  }
  announce(rows);
}

// A new need is said once to those who listen rather than look.
function announce(rows) {
  const needs = new Map(rows.filter((row) => row.need).map((row) => [row.session.id, row]));
  for (const [id, row] of needs) {
    if (announced.get(id) !== row.need.code) {
      said.append(h("p", {}, t("need.said", { station: row.session.station, what: needSentence(row.need) })));
    }
  }
  while (said.children.length > 5) {
    said.firstChild.remove();
  }
  announced = new Map([...needs].map(([id, row]) => [id, row.need.code]));
}

function openSession() {
  const match = /^#\/session\/([^/]+)$/.exec(location.hash);
  try {
    return match ? decodeURIComponent(match[1]) : "";
  } catch {
    return "";
  }
}

function route(moved) {
  const id = openSession();
  const before = main.firstElementChild;
  main.replaceChildren(id ? one.element : all.element);
  draw();
  if (!moved) {
    return;
  }
  scrollTo(0, 0);
  if (id) {
    one.title.focus();
  } else if (before === one.element) {
    main.querySelector(`[data-session="${CSS.escape(lastOpen)}"] a`)?.focus();
  }
  lastOpen = id || lastOpen;
}

// A page that joined late knows only the newest of each kind; the log knows the rest.
async function fetchHistory(id) {
  const session = state.sessions.get(id);
  // Once a connection: what fails now is asked again after the next reconnect.
  const key = `${state.link.since} ${id}`;
  if (!session?.summary || state.link.phase !== "live" || asked.has(key)) {
    return;
  }
  asked.add(key);
  try {
    const answer = await fetch(`/face/sessions/${encodeURIComponent(id)}/events`);
    if (answer.ok) {
      const lines = (await answer.text()).split("\n").filter(Boolean);
      tell({ type: "history", session: id, data: lines.map((line) => JSON.parse(line)), at: Date.now() });
    }
  } catch {
    // The notice that only the newest steps are listed stays.
  }
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

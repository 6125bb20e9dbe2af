// One station on a wall with many: a tile of fixed size, so that nothing moves but what changed.
// Built once; an update writes only what differs.

import { AIMING, AT_MOST, BOTH_SIDES } from "./contract.js";
import { flag, h, icon, line, memo, setIcon, show } from "./dom.js";
import { age, clock } from "./format.js";
import { spoken, stepWord, t, word } from "./text.js";
import { claimBadge } from "./parts.js";
import { needSentence } from "./tile.js";
import { bands, elapsed, gateShare, rail } from "./view.js";

const SVG = "http://www.w3.org/2000/svg";
const BAR = 5;
const HIGH = 14;

// How often the bars of the gates move, at most. The eye reads no more from bars so small.
const TREMBLE_MS = 300;

// How many bars move in one drawing, at most: the others in the next, so that no drawing is long.
const TOGETHER = 24;

let moved = 0;

export function beginDrawing() {
  moved = 0;
}

// All that a tile goes by but the session.
const OTHERS = [1, 2, 3, 4, 5, 6, 7, 8];

// Whether nothing but measurements is new.
const calm = (session, before) =>
  Boolean(session && before) && session.id === before.id && session.instruction === before.instruction &&
  session.step === before.step && session.outcome === before.outcome && session.fields === before.fields &&
  session.taken === before.taken && session.claim === before.claim && session.expected === before.expected;

export function small() {
  const name = h("a", { class: "tile-station" });
  const site = h("span", { class: "tile-site" });
  const badge = h("span", { class: "badge demonstration" });
  const claim = claimBadge();
  const time = h("span", { class: "tile-time" });
  const usual = h("span", { class: "tile-usual" });
  const mark = icon("alert");
  const says = h("span", { class: "small-says" });
  const since = h("span", { class: "since" });
  const word_ = h("p", { class: "small-line" }, mark, says, since);
  const steps = h("ol", { class: "small-rail" });
  const gates = miniGates();
  const fields = h("span", { class: "small-fields" });
  const bandBar = h("span", { class: "small-bands", "aria-hidden": "true" });
  const beat = h("span", { class: "small-beat" });
  const beatText = h("span");
  beat.append(icon("pulse"), beatText);
  const element = h("article", { class: "tile small" },
    h("header", { class: "tile-head" }, name, site, badge, claim.element, h("span", { class: "times" }, time, usual)),
    word_, steps, h("footer", { class: "small-foot" }, gates.element, fields, bandBar, beat));

  const write = {
    condition: flag(element, "data-condition"), session: flag(element, "data-session"),
    station: flag(element, "data-station"), need: flag(element, "data-need"),
    live: flag(element, "data-live"), outcome: flag(element, "data-outcome"),
    href: flag(name, "href"), label: flag(name, "aria-label"), name: line(name), site: line(site),
    title: flag(element, "title"),
    badge: memo((text) => {
      show(badge, Boolean(text));
      badge.textContent = text;
    }),
    time: line(time), usual: line(usual), usually: flag(usual, "title"), slow: flag(time, "data-slow"),
    mark: memo((wanted) => {
      mark.style.display = wanted ? "" : "none";
      wanted && setIcon(mark, wanted);
    }),
    says: line(says), whole: flag(says, "title"), since: line(since), kind: flag(word_, "data-kind"),
    steps: stepsOf(steps), fields: line(fields),
    bands: memo((key) => drawBands(bandBar, key)), beat: line(beatText), late: flag(beat, "data-late"),
  };
  let drawn = [];
  let drawnAt = 0;
  return {
    element,
    // `usualMs`: what such a session usually takes, or null.
    update(row, at, live, usualMs) {
      const second = Math.floor((at + row.name.length * 137 + row.name.charCodeAt(row.name.length - 1) * 71) / 1000);
      const wanted = [row.session, row.condition, row.alarm?.code, row.alarm?.clearedAt, row.station,
        live, usualMs, second, spoken()];
      const same = (place) => wanted[place] === drawn[place];
      if (wanted.every((_, place) => same(place))) {
        return;
      }
      // Gates tremble thirty times a second; what the person is told does not.
      const trembles = OTHERS.every(same) && calm(row.session, drawn[0]);
      if (trembles && (at - drawnAt < TREMBLE_MS || moved++ >= TOGETHER)) {
        return;
      }
      drawn = wanted;
      drawnAt = at;
      const { session, alarm } = row;
      const quiet = !live || row.health !== "live";
      const running = Boolean(session) && !session.outcome;
      write.condition(row.condition);
      write.station(row.name);
      write.session(session?.id ?? null);
      write.need(alarm?.code ?? null);
      write.live(String(!quiet));
      write.outcome(session?.outcome || null);
      write.name(row.name);
      write.href(session ? `#/session/${encodeURIComponent(session.id)}` : `#/station/${encodeURIComponent(row.name)}`);
      write.label(t("tile.open", { station: row.name }));
      write.title(row.site ? `${row.name} · ${row.site}` : row.name);
      write.site(row.site);
      claim.update(session?.claim);
      write.badge(row.simulated ? t("tile.simulated") : row.demonstration ? t("tile.demonstration") : "");
      write.time(running && !quiet ? clock(elapsed(session, at, true)) : "");
      write.usual(running && !quiet && usualMs !== null ? `/ ${clock(usualMs)}` : "");
      write.usually(usualMs !== null ? t("tile.usual", { time: clock(usualMs) }) : null);
      write.slow(running && usualMs !== null && elapsed(session, at, true) > 2 * usualMs ? "true" : null);
      drawLine(row, at, quiet, running);
      write.steps(running ? rail(session).map((step) => `${step.name}:${step.state}`).join("|") : "", spoken());
      const aiming = running && !quiet && AIMING.has(session.step);
      gates.update(aiming ? session.gates : []);
      const some = running && !quiet && (session.fields.length > 0 || session.expected > 0);
      write.fields(some ? fieldsOf(session) : "");
      write.bands(some ? bandKey(session) : "");
      write.beat(age(Math.max(0, at - row.seenAt)));
      write.late(row.health === "live" ? null : "true");
    },
  };

  function drawLine(row, at, quiet, running) {
    const { session, alarm } = row;
    if (quiet || !alarm) {
      write.whole(null);
    }
    if (quiet) {
      write.kind("quiet");
      write.mark("dash");
      write.says(t(row.health === "offline" ? "tile.offline" : "tile.silent"));
      write.since(age(Math.max(0, at - row.seenAt)));
    } else if (alarm) {
      write.kind(alarm.clearedAt ? "recovering" : "need");
      write.mark(alarm.code === "camera_lost" ? "camera" : "alert");
      write.says(t(`need.short.${alarm.clearedAt ? "recovering" : alarm.code}`, { detail: alarm.detail }));
      write.whole(alarm.clearedAt ? t("tile.recovering") : needSentence(alarm));
      write.since(age(Math.max(0, at - alarm.since)));
    } else if (running) {
      write.kind("says");
      write.mark("");
      write.says(word("instruction", session.instruction) || stepWord(session.step, session.side));
      write.since("");
    } else {
      write.kind("idle");
      write.mark("");
      write.says(session ? t("tile.idle.last", { outcome: word("outcome", session.outcome) }) : t("station.idle"));
      write.since(session ? age(Math.max(0, at - session.seenAt)) : "");
    }
  }
}

export function fieldsOf(session) {
  return session.expected > 0
    ? t("tile.fields.of", { n: session.fields.length, expected: session.expected })
    : t("tile.fields.n", { n: session.fields.length });
}

const bandKey = (session) => {
  const { green, amber, red } = bands(session);
  return [green, amber, red, Math.max(0, session.expected - session.fields.length)].join();
};

const BANDS = ["green", "amber", "red", "open"];

function drawBands(element, key) {
  const parts = key.split(",");
  element.replaceChildren(...BANDS.filter((_, place) => Number(parts[place]) > 0).map((band) => {
    const part = h("i", { "data-band": band });
    part.style.flexGrow = parts[BANDS.indexOf(band)];
    return part;
  }));
}

function stepsOf(element) {
  let drawn = "";
  return (key, tongue) => {
    if (`${tongue} ${key}` !== drawn) {
      drawn = `${tongue} ${key}`;
      drawSteps(element, key ? key.split("|") : []);
    }
  };
}

function drawSteps(element, steps) {
  element.replaceChildren(...steps.map((step) => {
    const [name, state] = step.split(":");
    return h("li", { "data-state": state },
      h("span", { class: "small-step" }, t(`rail.${name}`)),
      h("span", { class: "unseen" }, ` ${t(`rail.state.${state}`)}`));
  }));
}

// Ten bars in two strokes: what passes, and what does not. The line in the middle is the limit.
function miniGates() {
  const path = (kind) => {
    const stroke = document.createElementNS(SVG, "path");
    stroke.setAttribute("class", kind);
    return stroke;
  };
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "small-gates");
  svg.setAttribute("viewBox", `0 0 ${BAR * 11} ${HIGH}`);
  svg.setAttribute("role", "img");
  const good = path("pass");
  const bad = path("fail");
  const limit = path("limit");
  svg.append(good, bad, limit);
  const write = { good: flag(good, "d"), bad: flag(bad, "d"), limit: flag(limit, "d"),
    label: flag(svg, "aria-label") };
  return {
    element: svg,
    update(readings) {
      let passes = "";
      let fails = "";
      const failing = [];
      readings.forEach((reading, place) => {
        const x = place * BAR + 2;
        const high = Math.max(1, Math.round(gateShare(reading, countsDown(reading)) * HIGH));
        const bar = `M${x} ${HIGH}V${HIGH - high}`;
        if (reading.pass) {
          passes += bar;
        } else {
          fails += bar;
          failing.push(word("gate", reading.gate));
        }
      });
      write.good(passes);
      write.bad(fails);
      write.limit(readings.length > 0 ? `M0 ${HIGH / 2}H${readings.length * BAR}` : "");
      write.label(readings.length === 0 ? t("gates.none")
        : failing.length > 0 ? t("gates.failing", { gates: failing.join(", ") }) : t("gates.pass"));
    },
  };
}

const countsDown = ({ gate, value, limit, pass }) =>
  BOTH_SIDES.has(gate) ? value <= limit === pass : AT_MOST.has(gate);

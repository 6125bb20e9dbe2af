// One session: what is now on the left, what happened on the right.

import { acting } from "./acting.js";
import { attribute, h, icon, keyed, show, text } from "./dom.js";
import { factsPart } from "./facts.js";
import { age, clock, duration, time } from "./format.js";
import { gatesPanel } from "./gates.js";
import { paceOf, stepPace } from "./pace.js";
import { claimBadge, demonstrationBadge, fieldRow, railPart } from "./parts.js";
import { codeText, spoken, stepWord, t, word } from "./text.js";
import { needSentence } from "./tile.js";
import { picture } from "./picture.js";
import { at as replayed, redacted } from "./replay.js";
import { scrub } from "./scrub.js";
import { timeline } from "./timeline.js";
import { values } from "./values.js";
import { elapsed, healthOf, isLive, link, need } from "./view.js";
import { viewers } from "./viewers.js";

const OTHERS = 8;

const COLUMNS = ["field", "value", "source", "confidence", "confidence", "checks"];

// `redraw()` when something here was moved that no message tells; `past.want(state, station)`.
export function detail(redraw, past_) {
  const backLabel = h("span");
  const back = h("a", { class: "back", href: "#/" }, icon("back"), backLabel);
  const title = h("h1", { tabindex: "-1" });
  const badge = demonstrationBadge();
  const claim = claimBadge();
  const clockText = h("span", { class: "detail-time" });
  const usualText = h("span", { class: "tile-usual" });
  const facts = factsPart();
  const needText = h("span");
  const needAge = h("span", { class: "since" });
  const needed = h("p", { class: "need" }, icon("alert"), needText, needAge);
  const stale = h("p", { class: "stale-note" });
  const rail = railPart();
  const step = h("p", { class: "detail-step" });
  const pace = h("p", { class: "pace", id: "pace" });
  const saysLabel = h("span", { class: "label" });
  const says = h("q");
  const saying = h("p", { class: "says" }, saysLabel, says);
  const notes = h("p", { class: "notes" });
  const nowTitle = h("h2");
  const nowPanel = h("section", { class: "panel now-panel" },
    nowTitle, rail.element, step, pace, saying, notes);

  const gates = gatesPanel();

  const fieldsTitle = h("h2");
  const fieldsNote = h("p", { class: "panel-note" });
  const heads = COLUMNS.map(() => h("th", { scope: "col" }));
  heads[3].setAttribute("colspan", "2");
  heads[4].remove();
  const body = h("tbody");
  const table = h("table", { class: "field-table", role: "table" },
    h("thead", {}, h("tr", { role: "row" }, ...heads.filter((_, place) => place !== 4))), body);
  const scroll = h("div", { class: "scroll", tabindex: "0", role: "region" }, table);
  const plain = values(redraw);
  const watching = viewers(redraw);
  const fieldsPanel = h("section", { class: "panel fields" }, fieldsTitle, plain.element, fieldsNote, scroll, plain.dialog);

  const seen = picture(redraw);
  const happened = timeline();
  const acts_ = acting(redraw);
  const back_ = scrub(redraw);
  const past = h("p", { class: "past", role: "status" });
  const save = h("button", { type: "button", class: "tool", id: "export" });
  const print = h("button", { type: "button", class: "tool" });
  const link_ = h("button", { type: "button", class: "tool" });
  const acts = h("div", { class: "acts" }, link_, save, print);
  let open = "";
  let latest = null;
  save.addEventListener("click", () => latest && download(latest));
  print.addEventListener("click", () => window.print());
  link_.addEventListener("click", () => navigator.clipboard?.writeText(location.href)
    .then(() => text(link_, t("detail.copied")), () => {}));
  const columns = h("div", { class: "columns" },
    h("div", { class: "column" }, nowPanel, gates.element, fieldsPanel),
    h("div", { class: "column" }, happened.element));
  const goneTitle = h("h2");
  const goneText = h("p");
  const othersTitle = h("h2");
  const othersList = h("ul", { class: "others" });
  const others = h("section", { class: "panel" }, othersTitle, othersList);
  const gone = h("section", { class: "empty", id: "gone" }, goneTitle, goneText);
  const element = h("div", { class: "detail", id: "detail" },
    h("nav", {}, back),
    h("header", { class: "detail-head" }, title, badge.element, claim.element, clockText, usualText, acts),
    facts.element, needed, acts_.element, acts_.dialog, stale, gone, seen.element, back_.element, past, columns, others);

  let drawn = [];
  return {
    element,
    title,
    // Another page is shown.
    leave() {
      plain.leave();
      acts_.leave();
      seen.leave();
    },
    // `at`: a session's id, or a station's name, of which the newest session is meant.
    update(state, at, now) {
      const { id } = at;
      const session = state.sessions.get(id);
      text(backLabel, t("detail.back"));
      if (id !== open) {
        open = id;
        back_.reset();
      }
      for (const part of [title, clockText, usualText, facts.element, columns, acts]) {
        show(part, Boolean(session));
      }
      show(gone, !session);
      plain.update(session ? id : null, Boolean(session) && !session.outcome, now);
      acts_.update(session ?? null);
      claim.update(session?.claim);
      const serving = Boolean(session) && !session.outcome;
      seen.update(!session || serving ? heardNow(state, session?.station ?? at.station, now) : "");
      const present = watching.of(session ? id : "", now);
      if (!session) {
        drawn = [];
        [needed, stale, badge.element, back_.element, past].forEach((part) => show(part, false));
        const station = state.stations.get(at.station);
        const place = station ? "detail.idle"
          : state.link.phase === "connecting" ? "detail.connecting" : "detail.gone";
        text(goneTitle, t(`${place}.title`));
        text(goneText, t(`${place}.text`));
        show(title, Boolean(station));
        show(facts.element, Boolean(station));
        if (station) {
          text(title, station.name);
          badge.update(station);
          facts.update(null, station, []);
        }
        drawOthers(state, at.station, "");
        return;
      }
      const wanted = need(state, session, now);
      const live = isLive(state, session, now);
      text(clockText, clock(elapsed(session, now, live)));
      past_.want(state, session.station);
      const usual = paceOf(state.finished, session.station);
      text(usualText, usual.whole
        ? t("pace.whole", { p50: clock(usual.whole.p50), p95: clock(usual.whole.p95), n: usual.n }) : t("pace.none"));
      show(needed, Boolean(wanted));
      if (wanted) {
        text(needText, needSentence(wanted));
        text(needAge, t("need.since", { age: age(Math.max(0, now - wanted.since)) }));
      }
      show(stale, !live);
      text(stale, `${t("tile.stale", { age: age(Math.max(0, now - session.seenAt)) })}. ${t("detail.stale")}`);
      latest = session;
      drawOthers(state, session.station, session.id);
      text(save, t("detail.export"));
      text(print, t("detail.print"));
      text(link_, t("detail.link"));
      back_.update(session, spoken());
      const moment = back_.moment();
      const then = moment === null || session.timeline.length === 0 ? null : replayed(session.timeline, moment);
      show(past, Boolean(then));
      text(past, t("replay.past", { at: clock(moment ?? 0) }));
      drawPace(usual, then ?? session, then ? moment : elapsed(session, now, live));
      const shown = [session, state.stations.get(session.station), live, spoken(), moment, plain.version(), present];
      if (shown.every((value, place) => value === drawn[place])) {
        return;
      }
      drawn = shown;
      attribute(element, "data-live", live);
      text(title, session.station);
      badge.update(session);
      facts.update(session, state.stations.get(session.station), present);
      attribute(element, "data-past", then ? "true" : null);
      drawNow(then ?? session, then ? true : live);
      gates.update(session, live, then, moment);
      drawFields(then ?? session);
      happened.update(session, moment);
    },
  };

  // The other sessions of the same station, newest first.
  function drawOthers(state, station, id) {
    const list = [...state.sessions.values()]
      .filter((each) => each.station === station && each.id !== id).reverse().slice(0, OTHERS);
    show(others, list.length > 0);
    text(othersTitle, t("detail.others"));
    keyed(othersList, list, (each) => each.id, other, (row, each) => {
      attribute(row.link, "href", `#/session/${encodeURIComponent(each.id)}`);
      const began = each.timeline[0];
      text(row.link, [began ? time(began.time) : each.id.slice(-6), word("outcome", each.outcome) || t("detail.goes.on"),
        clock(each.elapsedMs)].join(" · "));
    });
  }

  function drawNow(session, live) {
    const running = live && !session.outcome;
    text(nowTitle, t("detail.now"));
    rail.update(session);
    attribute(step, "data-outcome", session.outcome || null);
    text(step, session.outcome ? word("outcome", session.outcome) : stepWord(session.step, session.side));
    show(saying, running && Boolean(session.instruction));
    text(saysLabel, t("tile.says"));
    text(says, word("instruction", session.instruction));
    const codes = [...session.problems, ...session.warnings].map(codeText);
    show(notes, codes.length > 0);
    text(notes, codes.join(" · "));
  }

  // The step against what is usual for it at this station.
  function drawPace(usual, session, elapsedMs) {
    const running = !session.outcome && session.step !== "" && session.step !== "ready";
    show(pace, running);
    if (running) {
      const { ms, usual: known, slow } = stepPace(usual, session, elapsedMs);
      text(pace, known
        ? `${t("pace.step", { now: clock(ms), p50: duration(known.p50) })} · ${t("pace.p95", { p95: duration(known.p95), n: known.n })}${slow ? ` · ${t("pace.slow")}` : ""}`
        : t("pace.step.none", { now: clock(ms) }));
      attribute(pace, "data-slow", slow ? "true" : null);
    }
  }

  function drawFields(session) {
    text(fieldsTitle, t("detail.fields"));
    attribute(scroll, "aria-label", t("detail.fields"));
    show(fieldsNote, session.fields.length === 0);
    text(fieldsNote, t("detail.fields.none"));
    show(scroll, session.fields.length > 0);
    heads.forEach((head, place) => text(head, t(`detail.column.${COLUMNS[place]}`)));
    if (plain.isOpen()) {
      text(heads[1], t("detail.column.value.shown"));
    }
    attribute(table, "data-values", plain.isOpen() ? "shown" : null);
    keyed(body, session.fields, ({ side, field }) => `${side} ${field}`, fieldRow, (row, field) =>
      row.update(field, true, plain.of(field)));
  }
}

// The name of a station, when it is heard now.
function heardNow(state, name, now) {
  const station = state.stations.get(name);
  return link(state, now).word === "live" && healthOf(station, true, station?.seenAt ?? 0, now) === "live" ? name : "";
}

function download(session) {
  const file = new Blob([JSON.stringify(redacted(session), null, 2)], { type: "application/json" });
  const address = URL.createObjectURL(file);
  h("a", { href: address, download: `tanaw-${session.id}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

function other() {
  const link = h("a");
  return { element: h("li", {}, link), link };
}

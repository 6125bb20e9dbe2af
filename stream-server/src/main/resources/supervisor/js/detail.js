// One session: what is now on the left, what happened on the right.

import { AIMING } from "./contract.js";
import { attribute, h, icon, keyed, show, text } from "./dom.js";
import { age, clock, time } from "./format.js";
import { demonstrationBadge, fieldRow, gatesPart, railPart } from "./parts.js";
import { codeText, spoken, t, word } from "./text.js";
import { needSentence } from "./tile.js";
import { timeline } from "./timeline.js";
import { elapsed, isLive, need } from "./view.js";

const COLUMNS = ["field", "value", "source", "confidence", "confidence", "checks"];

export function detail() {
  const backLabel = h("span");
  const back = h("a", { class: "back", href: "#/" }, icon("back"), backLabel);
  const title = h("h1", { tabindex: "-1" });
  const badge = demonstrationBadge();
  const clockText = h("span", { class: "detail-time" });
  const facts = h("dl", { class: "facts" });
  const needText = h("span");
  const needAge = h("span", { class: "since" });
  const needed = h("p", { class: "need" }, icon("alert"), needText, needAge);
  const stale = h("p", { class: "stale-note" });
  const rail = railPart();
  const step = h("p", { class: "detail-step" });
  const saysLabel = h("span", { class: "label" });
  const says = h("q");
  const saying = h("p", { class: "says" }, saysLabel, says);
  const notes = h("p", { class: "notes" });
  const nowTitle = h("h2");
  const nowPanel = h("section", { class: "panel now-panel" },
    nowTitle, rail.element, step, saying, notes);

  const gatesTitle = h("h2");
  const gatesNote = h("p", { class: "panel-note" });
  const gates = gatesPart();
  const gatesPanel = h("section", { class: "panel" }, gatesTitle, gatesNote, gates.element);

  const fieldsTitle = h("h2");
  const fieldsNote = h("p", { class: "panel-note" });
  const heads = COLUMNS.map(() => h("th", { scope: "col" }));
  heads[3].setAttribute("colspan", "2");
  heads[4].remove();
  const body = h("tbody");
  const table = h("table", { class: "field-table", role: "table" },
    h("thead", {}, h("tr", { role: "row" }, ...heads.filter((_, place) => place !== 4))), body);
  const scroll = h("div", { class: "scroll", tabindex: "0", role: "region" }, table);
  const fieldsPanel = h("section", { class: "panel fields" }, fieldsTitle, fieldsNote, scroll);

  const happened = timeline();
  const columns = h("div", { class: "columns" },
    h("div", { class: "column" }, nowPanel, gatesPanel, fieldsPanel),
    h("div", { class: "column" }, happened.element));
  const goneTitle = h("h2");
  const goneText = h("p");
  const gone = h("section", { class: "empty", id: "gone" }, goneTitle, goneText);
  const element = h("div", { class: "detail", id: "detail" },
    h("nav", {}, back),
    h("header", { class: "detail-head" }, title, badge.element, clockText),
    facts, needed, stale, gone, columns);

  let drawn = [];
  return {
    element,
    title,
    update(state, id, now) {
      const session = state.sessions.get(id);
      text(backLabel, t("detail.back"));
      for (const part of [title, clockText, facts, columns]) {
        show(part, Boolean(session));
      }
      show(gone, !session);
      if (!session) {
        drawn = [];
        [needed, stale, badge.element].forEach((part) => show(part, false));
        text(goneTitle, t("detail.gone.title"));
        text(goneText, t("detail.gone.text"));
        return;
      }
      const wanted = need(state, session, now);
      const live = isLive(state, session, now);
      text(clockText, clock(elapsed(session, now, live)));
      show(needed, Boolean(wanted));
      if (wanted) {
        text(needText, needSentence(wanted));
        text(needAge, t("need.since", { age: age(Math.max(0, now - wanted.since)) }));
      }
      show(stale, !live);
      text(stale, `${t("tile.stale", { age: age(Math.max(0, now - session.seenAt)) })}. ${t("detail.stale")}`);
      const shown = [session, state.stations.get(session.station), live, spoken()];
      if (shown.every((value, place) => value === drawn[place])) {
        return;
      }
      drawn = shown;
      attribute(element, "data-live", live);
      text(title, session.station);
      badge.update(session.demonstration);
      drawFacts(session, state.stations.get(session.station));
      drawNow(session, live);
      drawFields(session);
      happened.update(session);
    },
  };

  function drawFacts(session, station) {
    const first = session.timeline[0];
    const list = [
      ["session", session.id],
      ["camera", cameraOf(session, station)],
      ["started", first ? time(new Date(Date.parse(first.time) - first.elapsed_ms).toISOString()) : ""],
      ["document", word("document", session.documentType)],
      ["version", station?.version ?? ""],
    ].filter(([, value]) => value);
    keyed(facts, list, ([name]) => name, fact, (row, [name, value]) => {
      text(row.name, t(`detail.${name}`));
      text(row.value, value);
    });
  }

  function drawNow(session, live) {
    const running = live && !session.outcome;
    text(nowTitle, t("detail.now"));
    rail.update(session);
    attribute(step, "data-outcome", session.outcome || null);
    text(step, session.outcome ? word("outcome", session.outcome) : word("step", session.step));
    show(saying, running && Boolean(session.instruction));
    text(saysLabel, t("tile.says"));
    text(says, word("instruction", session.instruction));
    const codes = [...session.problems, ...session.warnings].map(codeText);
    show(notes, codes.length > 0);
    text(notes, codes.join(" · "));
    const aiming = running && AIMING.has(session.step) && session.gates.length > 0;
    text(gatesTitle, t("detail.gates"));
    text(gatesNote, t(aiming ? "detail.gates.key" : "detail.gates.none"));
    show(gatesPanel, !session.outcome);
    show(gates.element, aiming);
    gates.update(aiming ? session.gates : []);
  }

  function drawFields(session) {
    text(fieldsTitle, t("detail.fields"));
    attribute(scroll, "aria-label", t("detail.fields"));
    show(fieldsNote, session.fields.length === 0);
    text(fieldsNote, t("detail.fields.none"));
    show(scroll, session.fields.length > 0);
    heads.forEach((head, place) => text(head, t(`detail.column.${COLUMNS[place]}`)));
    keyed(body, session.fields, ({ side, field }) => `${side} ${field}`, fieldRow, (row, field) =>
      row.update(field, true));
  }
}

function cameraOf(session, station) {
  const size = station?.width ? `${station.width}×${station.height}` : "";
  const names = new Set([word("camera", session.camera), station?.camera, size]);
  return [...names].filter(Boolean).join(" · ");
}

function fact() {
  const name = h("dt");
  const value = h("dd");
  return { element: h("div", {}, name, value), name, value };
}

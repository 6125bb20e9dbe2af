// One station on a wall with few, with all that is known of its session. Built once; an update writes only what differs.

import { AIMING } from "./contract.js";
import { attribute, h, icon, keyed, setIcon, show, text } from "./dom.js";
import { age, clock, duration } from "./format.js";
import { claimBadge, demonstrationBadge, fieldRow, gatesPart, railPart } from "./parts.js";
import { stepPace } from "./pace.js";
import { codeText, spoken, stepWord, t, word } from "./text.js";
import { bands, elapsed, isLive, link } from "./view.js";

// What nobody sees is drawn once a second, for those who search the page or have it read to them.
const FAR_MS = 1_000;
const far = new WeakSet();
const watch = new IntersectionObserver(
  (changes) => changes.forEach(({ target, isIntersecting }) =>
    isIntersecting ? far.delete(target) : far.add(target)),
  { rootMargin: "200px" });

export function tile() {
  const station = h("a", { class: "tile-station" });
  const badge = demonstrationBadge();
  const claim = claimBadge();
  const site = h("span", { class: "tile-site" });
  const time = h("span", { class: "tile-time" });
  const usual = h("span", { class: "tile-usual" });
  const needMark = icon("alert");
  const needText = h("span");
  const needAge = h("span", { class: "since" });
  const needed = h("p", { class: "need" }, needMark, needText, needAge);
  const rail = railPart();
  const step = h("span", { class: "step" });
  const outcome = h("span", { class: "outcome" });
  const pace = h("span", { class: "pace" });
  const now = h("p", { class: "now" }, step, pace, outcome);
  const stale = h("p", { class: "stale-note" });
  const saysLabel = h("span", { class: "label" });
  const says = h("q");
  const saying = h("p", { class: "says" }, saysLabel, says);
  const ring = h("div", { class: "countdown", "aria-hidden": "true" }, h("span"));
  const gates = gatesPart();
  const fieldsLabel = h("span", { class: "label" });
  const fieldsOf = h("span", { class: "fields-of" });
  const table = h("tbody");
  const fields = h("div", { class: "fields" },
    h("p", { class: "fields-head" }, fieldsLabel, fieldsOf), h("table", {}, table));
  const notes = h("p", { class: "notes" });
  const beat = h("p", { class: "heard" });
  const element = h(
    "article", { class: "tile" },
    h("header", { class: "tile-head" }, station, site, badge.element, claim.element, h("span", { class: "times" }, time, usual)),
    needed, rail.element, now, stale, saying, ring, gates.element, fields, notes, beat);

  let drawn = [];
  let drawnAt = 0;
  watch.observe(element);
  return {
    element,
    update(row, state, at, usual_) {
      const { session, alarm } = row;
      const live = row.health === "live" && link(state, at).word === "live" &&
        (!session || isLive(state, session, at));
      // Ages change once a second; everything else with the session itself.
      const wanted = [session, alarm?.code, alarm?.clearedAt, live, spoken(), row.condition,
        row.station, Math.floor(at / 1000), usual_];
      const same = (place) => wanted[place] === drawn[place];
      const urgent = !same(1) || !same(2) || !same(3) || !same(4);
      if (wanted.every((_, place) => same(place)) ||
          (!urgent && far.has(element) && at - drawnAt < FAR_MS)) {
        return;
      }
      drawn = wanted;
      drawnAt = at;

      const running = Boolean(session) && !session.outcome;
      attribute(element, "data-condition", row.condition);
      attribute(element, "data-station", row.name);
      attribute(element, "data-session", session?.id ?? null);
      attribute(element, "data-need", alarm ? alarm.code : null);
      attribute(element, "data-live", live);
      attribute(element, "data-outcome", session?.outcome || null);
      text(station, row.name);
      attribute(station, "href", session
        ? `#/session/${encodeURIComponent(session.id)}` : `#/station/${encodeURIComponent(row.name)}`);
      attribute(station, "aria-label", t("tile.open", { station: row.name }));
      text(site, row.site);
      badge.update(row);
      claim.update(session?.claim);
      text(time, session ? clock(elapsed(session, at, live)) : "");
      attribute(time, "title", t("tile.elapsed"));
      text(usual, running && usual_.whole ? t("tile.usual", { time: clock(usual_.whole.p50) }) : "");
      drawPace(running ? stepPace(usual_, session, elapsed(session, at, live)) : null);

      show(needed, Boolean(alarm));
      if (alarm) {
        // While nothing is heard nobody knows whether it still needs help.
        const known = link(state, at).word === "live";
        attribute(needed, "data-recovering", alarm.clearedAt || !known ? "true" : null);
        setIcon(needMark, alarm.code === "camera_lost" ? "camera" : "alert");
        text(needText, alarm.clearedAt ? t("tile.recovering") : needSentence(alarm));
        text(needAge, known ? t("need.since", { age: age(Math.max(0, at - alarm.since)) }) : "");
      }
      show(rail.element, Boolean(session));
      if (session) {
        rail.update(session);
      }
      text(step, running ? stepWord(session.step, session.side) : session ? "" : t("station.idle"));
      show(step, !session?.outcome);
      text(outcome, word("outcome", session?.outcome));
      show(outcome, Boolean(session?.outcome));

      show(stale, !live);
      text(stale, t(row.health === "offline" ? "tile.offline.since" : "tile.stale",
        { age: age(Math.max(0, at - row.seenAt)) }));
      show(saying, live && running && Boolean(session.instruction));
      text(saysLabel, t("tile.says"));
      text(says, word("instruction", session?.instruction));
      show(ring, live && running && session.countdown !== null);
      ring.style.setProperty("--done", String(session?.countdown ?? 0));
      const aiming = live && running && AIMING.has(session.step);
      show(gates.element, aiming && session.gates.length > 0);
      gates.update(aiming ? session.gates : []);

      drawFields(session, live, aiming);
      drawNotes(session);
      text(beat, t("tile.heard", { age: age(Math.max(0, at - row.seenAt)) }));
    },
  };

  function drawFields(session, live, aiming) {
    const shown = live && session && (session.fields.length > 0 || session.expected > 0);
    show(fields, Boolean(shown));
    if (!session) {
      return;
    }
    text(fieldsLabel, t("tile.fields"));
    const tally = t("tile.bands", bands(session));
    const progress = t("tile.fields.of", { n: session.fields.length, expected: session.expected });
    text(fieldsOf, session.expected > 0 ? `${progress} · ${tally}` : tally);
    // While another side is being aimed at, the gates need the room; what has ended needs none.
    const listed = shown && !aiming && !session.outcome ? session.fields : [];
    keyed(table, listed, ({ side, field }) => `${side} ${field}`, fieldRow, (row, field) =>
      row.update(field, false));
  }

  // Said only where it is known what is usual in this step.
  function drawPace(told) {
    show(pace, Boolean(told?.usual));
    if (told?.usual) {
      text(pace, t("pace.step", { now: clock(told.ms), p50: duration(told.usual.p50) }));
      attribute(pace, "title", t("pace.p95", { p95: duration(told.usual.p95), n: told.usual.n }));
      attribute(pace, "data-slow", told.slow ? "true" : null);
    }
  }

  function drawNotes(session) {
    const lines = !session ? [] : [
      ...session.warnings.map((code) => `${t("tile.warning")} ${codeText(code)}`),
      ...(session.missed.length > 0 ? [t("tile.missed")] : []),
    ];
    show(notes, lines.length > 0);
    text(notes, lines.join(" · "));
  }
}

export function needSentence(need) {
  const sentence = t(`need.${need.code}`, { detail: need.detail });
  return need.code === "problem" ? `${sentence} ${codeText(need.detail)}` : sentence;
}

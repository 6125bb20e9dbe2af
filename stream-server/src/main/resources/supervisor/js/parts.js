// Pieces that the tile and the session's own view share: step rail, gates, fields, badge.

import { attribute, drawn, h, icon, keyed, setIcon, show, text } from "./dom.js";
import { duration, measured, percent, time, value as plain } from "./format.js";
import { t, word } from "./text.js";
import { HIGH, WIDE, corners, summary } from "./trace.js";
import { gateShare, isAtMost, rail } from "./view.js";

const RAIL_ICONS = { todo: "circle", active: "dot", taken: "check", skipped: "dash", failed: "cross" };

export function railPart() {
  const element = h("ol", { class: "rail" });
  const create = () => {
    const mark = icon("circle");
    const label = h("span", { class: "rail-label" });
    const state = h("span", { class: "unseen" });
    return { element: h("li", {}, mark, label, state), mark, label, state };
  };
  return {
    element,
    update(session) {
      keyed(element, rail(session), (step) => step.name, create, (row, step) => {
        attribute(row.element, "data-state", step.state);
        setIcon(row.mark, RAIL_ICONS[step.state]);
        text(row.label, t(`rail.${step.name}`));
        text(row.state, ` ${t(`rail.state.${step.state}`)}`);
      });
    },
  };
}

export function gatesPart() {
  const element = h("ul", { class: "gates" });
  const create = () => {
    const mark = icon("check");
    const name = h("span", { class: "gate-name" });
    const value = h("span", { class: "gate-value" });
    const limit = h("span", { class: "gate-limit" });
    const verdict = h("span", { class: "unseen" });
    const bar = h("span", { class: "gate-bar" }, h("span", { class: "gate-fill" }));
    const reading = h("span", { class: "gate-reading" }, value, " ", limit);
    const trace = tracePart();
    return {
      element: h("li", { class: "gate" }, mark, name, reading, verdict, bar, trace.element),
      mark, name, value, limit, verdict, bar, trace,
    };
  };
  return {
    element,
    // `points`: what each gate measured before, by its name; none where that is not to be drawn.
    update(readings, points) {
      keyed(element, readings, (reading) => reading.gate, create, (row, reading) => {
        const below = isAtMost(reading);
        attribute(row.element, "data-pass", reading.pass);
        setIcon(row.mark, reading.pass ? "check" : "cross");
        text(row.name, word("gate", reading.gate));
        // The unit once, behind the limit: "71 ≥ 50 %".
        text(row.value, plain(reading.value, reading.unit));
        text(row.limit, reading.value === null
          ? "" : `${below ? "≤" : "≥"} ${measured(reading.limit, reading.unit)}`);
        text(row.verdict, t(reading.pass ? "gate.pass" : "gate.fail"));
        row.bar.style.setProperty("--share", gateShare(reading, below).toFixed(3));
        row.trace.update(reading, points?.get(reading.gate));
      });
    },
  };
}

// A line over the last half minute, above the broken one where it passes.
function tracePart() {
  const line = drawn("polyline", { class: "trace-line" });
  const limit = drawn("line", { class: "trace-limit", x1: 0, x2: WIDE, y1: HIGH / 2, y2: HIGH / 2 });
  const element = drawn("svg", {
    class: "trace", viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img",
  }, limit, line);
  return {
    element,
    update({ gate, unit }, points) {
      attribute(element, "hidden", points ? null : "");
      if (points) {
        attribute(line, "points", corners(points));
        attribute(element, "aria-label", summary(gate, points, unit));
      }
    },
  };
}

const BAND_ICONS = { green: "check", amber: "alert", red: "cross" };

export function bandPart() {
  const mark = icon("check");
  const label = h("span");
  const element = h("span", { class: "band" }, mark, label);
  return {
    element,
    update(band) {
      attribute(element, "data-band", band);
      setIcon(mark, BAND_ICONS[band] ?? "alert");
      text(label, word("band", band));
    },
  };
}

export function fieldRow() {
  // The roles stay when a narrow screen lays the row out as a grid.
  const cell = (kind) => h("td", { class: kind, role: "cell" });
  const name = h("th", { scope: "row", role: "rowheader" });
  const value = cell("value");
  const source = cell("source");
  const confidence = cell("confidence");
  const band = bandPart();
  const checks = cell("checks");
  const element = h(
    "tr", { role: "row" }, name, value, source, confidence,
    h("td", { class: "verdict", role: "cell" }, band.element), checks);
  return {
    element,
    // `plain`: the value itself, when it may be seen.
    update(field, full, plain) {
      text(name, word("field", field.field));
      text(value, plain ?? field.value);
      text(source, word("source", field.source));
      text(confidence, percent(field.confidence));
      band.update(field.band);
      show(checks, full);
      text(checks, full ? proofs(field) : "");
    },
  };
}

// What speaks for a value: `mrz check digit: passed · repaired · 212 ms after the shot`.
function proofs(field) {
  const checks = (field.checks ?? []).map((check) => {
    const [name, verdict] = String(check).split(":");
    return `${name.replaceAll("_", " ")}: ${word("check", verdict)}`;
  });
  return [
    ...checks,
    ...(field.conflict ? [t("detail.conflict")] : []),
    ...(field.repaired ? [t("detail.repaired")] : []),
    ...(field.since_shot_ms >= 0
      ? [t("detail.after_shot", { ms: duration(field.since_shot_ms) })]
      : []),
  ].join(" · ");
}

// Whoever takes care of a session, and since when.
export function claimBadge() {
  const element = h("span", { class: "badge claim" });
  return {
    element,
    update(claim) {
      const said = claim ? { name: claim.name, time: time(claim.time) } : null;
      show(element, Boolean(claim));
      text(element, said ? t("claim.badge", said) : "");
      attribute(element, "title", said ? t("claim.why", said) : null);
    },
  };
}

export function demonstrationBadge() {
  const element = h("span", { class: "badge demonstration" });
  return {
    element,
    update({ simulated, demonstration }) {
      const kind = simulated ? "simulated" : "demonstration";
      show(element, Boolean(simulated || demonstration));
      text(element, t(`tile.${kind}`));
      attribute(element, "title", t(`tile.${kind}.why`));
    },
  };
}

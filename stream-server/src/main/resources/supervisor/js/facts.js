// What is known of a session and its station, a line each.

import { h, keyed, text } from "./dom.js";
import { age, number, time } from "./format.js";
import { t, word } from "./text.js";

// Clocks closer than this are called equal.
const SKEW_MS = 2_000;

export function factsPart() {
  const element = h("dl", { class: "facts" });
  return {
    element,
    // `present`: who watches, as `{name, role}`.
    update(session, station, present) {
      const first = session?.timeline[0];
      const list = [
        ["session", session?.id ?? ""],
        ["camera", cameraOf(session, station)],
        ["started", first ? time(new Date(Date.parse(first.time) - first.elapsed_ms).toISOString()) : ""],
        ["document", word("document", session?.documentType)],
        ["likeness", session?.likeness ? likeness(session.likeness) : ""],
        ["site", station?.site ?? ""],
        ["version", station?.version ?? ""],
        ["skew", Math.abs(station?.skewMs ?? 0) > SKEW_MS
          ? t(station.skewMs > 0 ? "detail.skew.ahead" : "detail.skew.behind", { age: age(Math.abs(station.skewMs)) }) : ""],
        ["viewers", present.map(({ name, role }) => `${name} (${word("role", role)})`).join(", ")],
      ].filter(([, value]) => value);
      keyed(element, list, ([name]) => name, fact, (row, [name, value]) => {
        text(row.name, t(`detail.${name}`));
        text(row.value, value);
      });
    },
  };
}

function cameraOf(session, station) {
  const size = station?.width ? `${station.width}×${station.height}` : "";
  const names = new Set([word("camera", session?.camera), station?.camera, size]);
  return [...names].filter(Boolean).join(" · ");
}

// What a network makes of the two faces, and that it is no verdict.
const likeness = ({ resemblance, distance }) => distance === null
  ? word("resemblance", resemblance)
  : t("detail.likeness.text", { resemblance: word("resemblance", resemblance), distance: number(distance, 2) });

function fact() {
  const name = h("dt");
  const value = h("dd");
  return { element: h("div", {}, name, value), name, value };
}

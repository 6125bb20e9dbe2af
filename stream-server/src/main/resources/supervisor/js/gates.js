// What the gates measure, with a line for each: now, or at an earlier moment of the session.

import { AIMING } from "./contract.js";
import { attribute, h, show, text } from "./dom.js";
import { gatesPart } from "./parts.js";
import { t } from "./text.js";
import { NONE, recall, remember } from "./trace.js";

export function gatesPanel() {
  const title = h("h2");
  const note = h("p", { class: "panel-note" });
  const gates = gatesPart();
  const element = h("section", { class: "panel gates-panel" }, title, note, gates.element);
  let trace = NONE;
  return {
    element,
    // `then`: how the session stood at `moment`, or null for now. Of an earlier moment there is what
    // this page heard; what it did not hear has no line, and its bars stand where the log last saw a
    // verdict change.
    update(session, live, then, moment) {
      trace = remember(trace, session);
      const shown = then ?? session;
      const aiming = (then !== null || live) && !shown.outcome && AIMING.has(shown.step);
      const heard = then ? recall(trace, then, then.aimAt, moment) : { gates: session.gates, points: trace.points };
      const bars = aiming ? (heard ?? then).gates : [];
      const lost = aiming && heard === null;
      text(title, t("detail.gates"));
      text(note, t(lost ? "detail.gates.lost" : bars.length > 0 ? "detail.gates.key" : "detail.gates.none"));
      attribute(element, "data-lost", lost ? "true" : null);
      show(element, !shown.outcome);
      show(gates.element, bars.length > 0);
      gates.update(bars, heard?.points ?? new Map());
    },
  };
}

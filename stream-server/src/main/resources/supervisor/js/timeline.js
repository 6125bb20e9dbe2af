// What happened in a session, as sentences. Lasting events only; what is known to be missing is
// said where it is missing.

import { attribute, h, icon, keyed, setIcon, show, text } from "./dom.js";
import { duration, measured, number, percent, time } from "./format.js";
import { codeText, stepWord, t, word } from "./text.js";

const MARKS = {
  quality_gate_failed: "cross", quality_gate_passed: "check", problem: "alert", warning: "alert",
  capture_complete: "check", session_ended: "dash", missed: "alert",
};

export function timeline() {
  const title = h("h2");
  const note = h("p", { class: "timeline-note" });
  const list = h("ol", { class: "timeline" });
  return {
    element: h("section", { class: "panel timeline-panel" }, title, note, list),
    // `moment`: where a replay stands, or null.
    update(session, moment) {
      text(title, t("detail.timeline"));
      const notes = [
        ...(session.summary ? [t("detail.summary")] : []),
        ...(session.older ? [t("detail.older", { n: session.older })] : []),
      ];
      show(note, notes.length > 0);
      text(note, notes.join(" "));
      keyed(list, lines(session), (line) => line.key, row, (each, line) => each.update(line, moment));
    },
  };
}

// Newest first: what matters now needs no scrolling.
function lines(session) {
  const events = session.timeline.map((envelope, place) => ({
    key: envelope.seq,
    order: envelope.seq,
    type: envelope.type,
    alarm: isAlarm(envelope),
    at: envelope.elapsed_ms,
    after: place > 0 ? envelope.elapsed_ms - session.timeline[place - 1].elapsed_ms : null,
    clock: time(envelope.time),
    sentence: sentence(envelope),
  }));
  const gaps = session.missed.map(({ after, upTo }) => ({
    key: `missed ${after}`,
    order: after + 0.5,
    type: "missed",
    alarm: true,
    at: null,
    after: null,
    clock: "",
    sentence: t("detail.missed", { after, upTo }),
  }));
  return [...events, ...gaps].sort((one, other) => other.order - one.order);
}

const isAlarm = ({ type, data }) =>
  type === "problem" || type === "warning" || type === "quality_gate_failed" ||
  (type === "state_change" && Boolean(data.reason)) ||
  (type === "session_ended" && data.outcome !== "complete");

function row() {
  const at = h("span", { class: "when" });
  const mark = icon("dot");
  const sentence_ = h("span", { class: "what" });
  const after = h("span", { class: "after" });
  const element = h("li", {}, at, mark, sentence_, after);
  return {
    element,
    update(line, moment) {
      attribute(element, "data-later", moment !== null && line.at !== null && line.at > moment ? "true" : null);
      attribute(element, "data-type", line.type);
      attribute(element, "data-alarm", line.alarm);
      attribute(at, "title", line.clock || null);
      text(at, line.at === null ? "" : `${number(line.at / 1000, 2)} s`);
      setIcon(mark, MARKS[line.type] ?? "dot");
      text(sentence_, line.sentence);
      text(after, line.after > 0 ? `+${duration(line.after)}` : "");
    },
  };
}

export function sentence({ type, data = {} }) {
  const side = word("side", data.side);
  switch (type) {
    case "session_started":
      return t(data.resumes ? "event.session_resumed" : "event.session_started", { camera: word("camera", data.camera) });
    case "state_change": {
      const to = stepWord(data.to, data.side);
      return data.reason
        ? t("event.state_change.because", { to, reason: word("reason", data.reason) })
        : t("event.state_change", { to });
    }
    case "quality_gate_passed":
    case "quality_gate_failed":
      return t(`event.${type}`, {
        gate: word("gate", data.gate),
        value: measured(data.value, data.unit),
        limit: measured(data.limit, data.unit),
      });
    case "capture_start":
      return t("event.capture_start", { ms: duration(data.countdown_ms), side });
    case "capture_complete":
      return data.side === "face"
        ? t("event.capture_complete.face", { side, burst: data.burst })
        : t("event.capture_complete", { side, burst: data.burst, dpi: number(data.dpi, 0) });
    case "extraction_start":
      return t("event.extraction_start", { side });
    case "extraction_field":
      return t("event.extraction_field", {
        field: word("field", data.field),
        band: `${word("band", data.band)} ${percent(data.confidence)}`,
        source: word("source", data.source),
      });
    case "extraction_complete":
      return t("event.extraction_complete", {
        n: data.fields,
        document: word("document", data.document_type),
        confidence: percent(data.confidence),
      });
    case "consent":
      return t(`event.consent.${data.answer === "agreed" ? "agreed" : "declined"}`);
    case "document_chosen":
      return t("event.document_chosen", { document: word("document", data.document) });
    case "field_edited":
      return t("event.field_edited", { field: word("field", data.field), side });
    case "override":
      return t("event.override", { side, codes: data.codes.map(codeText).join(", ") });
    case "movement":
      return t("event.movement", {
        number: data.number, of: data.of,
        movement: word("movement", data.movement), answer: word("answer", data.answer),
      });
    case "face_compared":
      return t("event.face_compared", { resemblance: word("resemblance", data.resemblance) });
    case "values_shown":
      return t("event.values_shown", { to: data.to, reason: data.reason });
    case "supervisor_action": {
      const said = t(data.text ? "event.acted.words" : "event.acted", {
        name: data.name, role: word("role", data.role), action: word("action", data.action), text: data.text ?? "",
      });
      return data.outcome === "done" ? said : t("event.acted.refused", { said, why: word("acted", data.outcome) });
    }
    case "presence":
      return data.presence === "idle"
        ? t("event.presence.idle", { ms: duration(data.wipe_in_ms) })
        : t("event.presence.here");
    case "warning":
    case "problem":
      return t(`event.${type}`, { code: codeText(data.code) });
    case "session_ended":
      return t("event.session_ended", { outcome: word("outcome", data.outcome) });
    default:
      return t("event.unknown", { type: String(type).replaceAll("_", " ") });
  }
}

// One session as the events tell it. Pure: an envelope in, a new session out.

import { AIMING, isLasting } from "./contract.js";

// Lasting events kept for the timeline. A usual session has about 60.
const TIMELINE = 400;

// The operator waits for a supervisor to accept a document.
export const APPROVAL_WANTED = "HELP-02";

export function begin(envelope) {
  return {
    id: envelope.session,
    station: envelope.station,
    camera: "",
    demonstration: false,
    simulated: false,
    step: "",
    side: "",
    instruction: "",
    reason: "",
    gates: [],
    outline: [],
    countdown: null,
    taken: { front: false, back: false },
    retakes: 0,
    fields: [],
    expected: 0,
    documentType: "",
    likeness: null,
    claim: null,
    problems: [],
    warnings: [],
    outcome: "",
    elapsedMs: 0,
    stepAt: 0,
    aimAt: 0,
    seenAt: 0,
    seq: 0,
    lasting: 0,
    missed: [],
    timeline: [],
    older: 0,
    summary: false,
  };
}

// `seenAt`: when this happened, on this page's clock.
export function apply(session, envelope, seenAt) {
  const next = {
    ...session,
    seq: envelope.seq,
    elapsedMs: Math.max(session.elapsedMs, envelope.elapsed_ms),
    seenAt: Math.max(session.seenAt, seenAt),
  };
  if (isLasting(envelope.type)) {
    next.lasting = envelope.seq;
    next.timeline = [...session.timeline, envelope];
    if (next.timeline.length > TIMELINE) {
      next.older = session.older + 1;
      next.timeline.shift();
    }
  }
  const fold = FOLDS[envelope.type];
  return fold ? { ...next, ...fold(next, envelope.data ?? {}, envelope) } : next;
}

const FOLDS = {
  session_started: (_, data, envelope) => ({
    camera: data.camera,
    demonstration: data.demonstration === true,
    simulated: data.simulated === true,
    aimAt: envelope.elapsed_ms,
  }),

  state_change(session, data, envelope) {
    const aiming = AIMING.has(data.to);
    const wasAiming = AIMING.has(data.from);
    const change = {
      step: data.to,
      side: data.side ?? "",
      instruction: data.instruction,
      reason: data.reason ?? "",
      countdown: null,
      stepAt: envelope.elapsed_ms,
    };
    if (!aiming) {
      change.gates = [];
      change.outline = [];
    }
    if (aiming !== wasAiming) {
      change.aimAt = envelope.elapsed_ms;
    }
    return aiming && session.taken[data.side] ? { ...change, ...retake(session, data.side) } : change;
  },

  quality_update: (session, data) =>
    // The newest of a snapshot may be older than the shot that followed it.
    AIMING.has(session.step)
      ? { instruction: data.instruction, gates: data.gates, outline: data.outline, side: data.side }
      : {},

  quality_gate_passed: gate,
  quality_gate_failed: gate,

  capture_start: (_, data) => ({ countdown: 0, side: data.side }),
  capture_progress: (session, data) =>
    session.step === "countdown" ? { countdown: data.done } : {},

  capture_complete: (session, data, envelope) => ({
    taken: { ...session.taken, [data.side]: true },
    countdown: null,
    aimAt: envelope.elapsed_ms,
  }),

  // A hint for whoever compares the two faces; void when one of the pictures is taken again.
  face_compared: (_, data) => ({ likeness: data }),

  extraction_field: (session, data) => ({
    fields: [...session.fields.filter((field) => !sameField(field, data)), data],
  }),
  // Whoever typed it is sure; the marks that a reading had are gone with it.
  field_edited: (session, data) => ({
    fields: [
      ...session.fields.filter((field) => !sameField(field, data)),
      { ...data, confidence: 1, band: "green", checks: [], repaired: false, box: [] },
    ],
  }),
  extraction_progress: (_, data) => ({ expected: data.expected }),
  extraction_complete: (session, data) => ({
    documentType: data.document_type === "unknown" ? session.documentType : data.document_type,
    expected: 0,
  }),

  warning: (session, data) => ({ warnings: withCode(session.warnings, data.code) }),
  problem: (session, data) => ({ problems: withCode(session.problems, data.code) }),
  // Whose it is now; and who waited for an approval waits no longer.
  supervisor_action(session, data, envelope) {
    if (data.outcome !== "done") {
      return {};
    }
    switch (data.action) {
      case "claim":
        return { claim: { name: data.name, time: envelope.time } };
      case "release":
        return { claim: null };
      case "approve":
      case "decline":
        return { problems: settled(session) };
      default:
        return {};
    }
  },
  override: (session) => ({ problems: settled(session) }),
  session_ended: (_, data) => ({ claim: null, outcome: data.outcome, countdown: null, gates: [], outline: [] }),
};

// Aiming again at a side that was taken: what it gave is void.
function retake(session, side) {
  return {
    taken: { ...session.taken, [side]: false },
    retakes: session.retakes + 1,
    problems: settled(session),
    likeness: side === "back" ? session.likeness : null,
    fields: session.fields.filter((field) => field.side !== side),
    expected: 0,
  };
}

function gate(session, data) {
  if (!AIMING.has(session.step)) {
    return {};
  }
  const { side: _, ...reading } = data;
  const known = session.gates.some((other) => other.gate === reading.gate);
  return {
    gates: known
      ? session.gates.map((other) => (other.gate === reading.gate ? reading : other))
      : [...session.gates, reading],
  };
}

const settled = ({ problems }) => problems.filter((code) => code !== APPROVAL_WANTED);
const sameField = (one, other) => one.side === other.side && one.field === other.field;
const withCode = (codes, code) => [...codes.filter((other) => other !== code), code];

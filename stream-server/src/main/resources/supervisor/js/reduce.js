// Everything the page knows, folded from messages: `reduce(state, message) -> state`. Pure: the time
// comes with the message (`at`, milliseconds on this page's clock), and no state is ever changed in
// place, so that a view can tell by identity what it need not draw again.

import { BEAT_MS, beatOf, isLasting } from "./contract.js";
import { learn, lesson } from "./pace.js";
import * as Session from "./session.js";

// Ended sessions that are kept, beside the newest of each station.
const ENDED_KEPT = 40;

// Older than this by the server's clock, an event did not happen just now.
const JUST_NOW_MS = 3_000;

export function initial(at) {
  return {
    link: {
      phase: "connecting",
      since: at,
      signAt: at,
      eventAt: 0,
      beatMs: BEAT_MS,
      serverAhead: 0,
      replaying: false,
      bye: "",
    },
    epoch: "",
    sweep: false,
    notice: null,
    unreadable: 0,
    sessions: new Map(),
    stations: new Map(),
    finished: new Map(),
  };
}

export function reduce(state, message) {
  const { at } = message;
  switch (message.type) {
    case "link_lost":
      return linked(state, {
        phase: state.link.phase === "connecting" ? "connecting" : "lost",
        since: isUp(state.link) ? at : state.link.since,
      });
    case "unreadable":
      return { ...state, unreadable: state.unreadable + 1 };
    case "notice_read":
      return { ...state, notice: null };
    case "stream_open":
      return opened(state, message.data, at);
    case "stream_beat":
      return sign(linked(emptied(state), { replaying: false }), at);
    case "stream_bye":
      return sign(linked(state, { bye: String(message.data.code ?? "") }), at);
    case "stream_gap":
      return sign({ ...state, sweep: true, notice: { kind: "gap", at } }, at);
    case "stream_reset":
      return sign({ ...state, sweep: true, notice: { kind: "reset", at } }, at);
    case "history":
      return history(state, message.session, message.data);
    case "past":
      return { ...state, finished: message.told.reduce(
        (all, [id, told]) => learn(all, message.station, id, told), state.finished) };
    case "snapshot":
      return snapshot(emptied(sign(state, at)), message.data, at);
    default:
      return event(emptied(state), message.data, at);
  }
}

const isUp = (link) => link.phase === "live";
const linked = (state, change) => ({ ...state, link: { ...state.link, ...change } });
const sign = (state, at) => linked(state, { signAt: at });

function opened(state, data, at) {
  const whole = data.mode === "snapshot" || data.mode === "reset";
  const serverTime = Date.parse(data.server_time);
  return {
    ...linked(sign(state, at), {
      phase: "live",
      since: at,
      beatMs: beatOf(data),
      serverAhead: Number.isFinite(serverTime) ? serverTime - at : 0,
      replaying: data.mode === "replay",
      bye: "",
    }),
    epoch: String(data.epoch ?? ""),
    sweep: state.sweep || whole,
    notice: data.mode === "reset" && state.epoch ? { kind: "reset", at } : state.notice,
  };
}

// What was known is void as soon as something newer than a gap or a reset arrives.
function emptied(state) {
  return state.sweep
    ? { ...state, sweep: false, sessions: new Map(), stations: new Map() }
    : state;
}

function snapshot(state, data, at) {
  const events = data.events ?? [];
  const covered = new Set(events.map((envelope) => envelope.session).filter(Boolean));
  const sessions = new Map([...state.sessions].filter(([id]) => !covered.has(id)));
  let next = { ...state, sessions };
  for (const envelope of events) {
    next = envelope.session
      ? ofSession(next, envelope, happenedAt(state.link, envelope, at), true)
      : ofStation(next, envelope, happenedAt(state.link, envelope, at), at);
  }
  return trimmed(linked(next, { eventAt: newest(next, state.link.eventAt) }));
}

function event(state, envelope, at) {
  const old = state.link.replaying ? happenedAt(state.link, envelope, at) : at;
  const replaying = state.link.replaying && old < at;
  const next = linked(state, { signAt: at, eventAt: at, replaying });
  return envelope.session ? ofSession(next, envelope, old, false) : ofStation(next, envelope, old, at);
}

// What a snapshot or a replay tells may be long past: by the server's clock, not the station's.
function happenedAt(link, envelope, at) {
  const age = at + link.serverAhead - Date.parse(envelope.time);
  return age > JUST_NOW_MS ? at - age : at;
}

function ofSession(state, envelope, seenAt, summary) {
  const known = state.sessions.get(envelope.session);
  if (known && !summary && envelope.seq <= known.seq) {
    return state;
  }
  let session = known ?? Session.begin(envelope);
  session = summary ? { ...session, summary: true } : proven(session, envelope);
  session = Session.apply(session, envelope, seenAt);
  if (summary) {
    // The newest lasting event is always part of a snapshot, or a passing one names it.
    session.lasting = Math.max(session.lasting, envelope.prev);
  }
  const sessions = new Map(state.sessions).set(session.id, session);
  const next = { ...state, sessions };
  if (!session.outcome) {
    return next;
  }
  return trimmed({ ...next, finished: learned(next, session) });
}

// A session that was heard as a whole tells how long such sessions take.
function learned({ finished }, session) {
  const whole = !session.summary && session.missed.length === 0 && session.older === 0;
  return whole && !finished.get(session.station)?.has(session.id)
    ? learn(finished, session.station, session.id, lesson(session.timeline)) : finished;
}

// All that the log holds of a session, fetched because a snapshot tells only the newest of each kind.
function history(state, id, envelopes) {
  const known = state.sessions.get(id);
  const first = envelopes[0];
  if (!first) {
    return state;
  }
  if (!known) {
    // A link led to a session that had ended before this page was opened.
    const whole = envelopes.reduce(
      (session, envelope) =>
        Session.apply(proven(session, envelope), envelope, Date.parse(envelope.time) - state.link.serverAhead),
      Session.begin(first));
    return { ...state, sessions: new Map(state.sessions).set(id, whole) };
  }
  const whole = envelopes.reduce(
    (session, envelope) => Session.apply(proven(session, envelope), envelope, 0),
    Session.begin(first),
  );
  // A snapshot tells of an ended session no more than its end.
  const told = whole.seq >= known.seq
    ? { ...whole, seenAt: known.seenAt, elapsedMs: Math.max(whole.elapsedMs, known.elapsedMs) } : known;
  const session = {
    ...told,
    camera: known.camera || whole.camera,
    demonstration: known.demonstration || whole.demonstration,
    simulated: known.simulated || whole.simulated,
    timeline: [...whole.timeline, ...known.timeline.filter(({ seq }) => seq > whole.seq)],
    missed: whole.missed,
    older: whole.older,
    retakes: Math.max(known.retakes, whole.retakes),
    summary: false,
  };
  return { ...state, sessions: new Map(state.sessions).set(id, session) };
}

// `prev` names the lasting event before this one: if it is not the last that we have, some are
// missing, and the timeline says so.
function proven(session, envelope) {
  return envelope.prev === session.lasting
    ? session
    : {
        ...session,
        missed: [...session.missed, { after: session.lasting, upTo: envelope.prev }],
        lasting: isLasting(envelope.type) ? session.lasting : envelope.prev,
      };
}

// How far a station's clock is ahead of the server's.
function skew(link, clock, at) {
  const told = Date.parse(clock);
  return Number.isFinite(told) ? told - (at + link.serverAhead) : 0;
}

function ofStation(state, envelope, seenAt, at) {
  // A hub speaks of its lines. It is no station, and those that it names fall silent by themselves.
  if (envelope.type === "station_stale" || envelope.type === "station_back") {
    return state;
  }
  const known = state.stations.get(envelope.station) ?? {
    name: envelope.station, version: "", camera: "", demonstration: false, simulated: false,
    site: "", beatMs: 0, skewMs: 0, cameraLostAt: 0, camerasLost: [], fault: "", width: 0,
    height: 0, troubles: [], troubledAt: 0, interruptedAt: 0, seenAt: 0, seq: 0, time: "",
  };
  // A station that was started again counts from 1 again.
  if (envelope.seq <= known.seq && envelope.time <= known.time) {
    return state;
  }
  const data = envelope.data ?? {};
  const station = { ...known, seenAt, seq: envelope.seq, time: envelope.time };
  switch (envelope.type) {
    case "station_status":
      Object.assign(station, {
        version: data.version, camera: data.camera, demonstration: data.demonstration === true,
        simulated: data.simulated === true, site: String(data.site ?? ""),
        cameraLostAt: data.live === true ? 0 : known.cameraLostAt,
        camerasLost: data.live === true ? [] : known.camerasLost,
        fault: data.live === true ? "" : known.fault,
        troubles: [], troubledAt: 0, interruptedAt: 0,
      });
      break;
    case "station_trouble": {
      const others = known.troubles.filter((code) => code !== data.code);
      const troubles = data.over ? others : [...others, data.code];
      Object.assign(station, {
        troubles, troubledAt: troubles.length ? known.troubledAt || seenAt : 0,
      });
      break;
    }
    case "session_interrupted":
      station.interruptedAt = data.recovery === "asked" ? seenAt : 0;
      break;
    case "station_beat":
      Object.assign(station, {
        beatMs: Number(data.every_ms) || 0,
        skewMs: seenAt === at ? skew(state.link, data.clock ?? envelope.time, at) : known.skewMs,
      });
      break;
    case "camera_lost":
      Object.assign(station, {
        cameraLostAt: known.cameraLostAt || seenAt, fault: data.fault,
        camerasLost: [...known.camerasLost.filter((role) => role !== data.role), data.role],
      });
      break;
    case "camera_found":
      {
        // A station with two cameras is whole when both are back.
        const camerasLost = known.camerasLost.filter((role) => role !== data.role);
        Object.assign(station, {
          camera: data.camera, width: data.width, height: data.height, camerasLost,
          cameraLostAt: camerasLost.length ? known.cameraLostAt : 0,
          fault: camerasLost.length ? known.fault : "",
        });
      }
      break;
  }
  return { ...state, stations: new Map(state.stations).set(station.name, station) };
}

function newest(state, before) {
  const seen = [...state.sessions.values(), ...state.stations.values()].map((each) => each.seenAt);
  return Math.max(before, 0, ...seen);
}

function trimmed(state) {
  const ended = [...state.sessions.values()].filter((session) => session.outcome);
  if (ended.length <= ENDED_KEPT) {
    return state;
  }
  ended.sort((one, other) => one.seenAt - other.seenAt);
  const last = new Map(ended.map((session) => [session.station, session.id]));
  const sessions = new Map(state.sessions);
  ended.slice(0, ended.length - ENDED_KEPT)
    .filter((session) => last.get(session.station) !== session.id)
    .forEach((session) => sessions.delete(session.id));
  return { ...state, sessions };
}

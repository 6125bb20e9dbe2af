// The one connection to the stream. Turns what EventSource says into messages, and opens a new one
// where it would give up (any answer but 200) or not notice (a half-open link, a machine that
// slept). Runs in the worker.

import { BEAT_MS, CONTROL, TYPES, beatOf } from "./contract.js";

const BACK_OFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

// Silence after which a link counts as half open, in beats. The page calls it stale at two.
const PATIENCE = 3;

const WATCH_MS = 1_000;

// A watch that comes so late was asleep.
const SLEPT_MS = 5_000;

export class Feed {
  #path;
  #tell;
  #types;
  #source = null;
  #position;
  #failures = 0;
  #signAt = 0;
  #watchedAt = 0;
  #beatMs = BEAT_MS;
  #timer = 0;

  // `tell({type, data, id, at})` with `data` as text; `position` to resume from, or "". EventSource
  // wants the name of each type: `types` are those that the contract does not have.
  constructor(path, position, tell, types = []) {
    this.#path = path;
    this.#position = position;
    this.#tell = tell;
    this.#types = new Set([...TYPES, ...CONTROL, ...types]);
  }

  start() {
    this.#open();
    this.#watchedAt = Date.now();
    this.#timer = setInterval(() => this.#watch(), WATCH_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#source?.close();
    this.#source = null;
  }

  // Somebody has reason to think that the network is back.
  look() {
    if (this.#source && this.#source.readyState !== EventSource.OPEN) {
      this.#reopen();
    }
  }

  #open() {
    this.#signAt = Date.now();
    const source = new EventSource(this.#address());
    this.#source = source;
    for (const type of this.#types) {
      source.addEventListener(type, (message) => this.#arrived(source, type, message));
    }
    source.addEventListener("error", () => this.#failed(source));
  }

  // A first connection has no Last-Event-ID header to name the position.
  #address() {
    if (!this.#position) {
      return this.#path;
    }
    const joint = this.#path.includes("?") ? "&" : "?";
    return `${this.#path}${joint}last_event_id=${encodeURIComponent(this.#position)}`;
  }

  #arrived(source, type, { data, lastEventId }) {
    if (source !== this.#source) {
      return;
    }
    const at = Date.now();
    this.#signAt = at;
    this.#failures = 0;
    this.#position = lastEventId || this.#position;
    if (type === "stream_open") {
      try {
        this.#beatMs = beatOf(JSON.parse(data));
      } catch {
        // The reducer says that it could not be read.
      }
    }
    this.#tell({ type, data, id: this.#position, at });
  }

  #failed(source) {
    if (source !== this.#source) {
      return;
    }
    this.#tell({ type: "link_lost", id: this.#position, at: Date.now() });
    if (source.readyState === EventSource.CLOSED) {
      const wait = BACK_OFF_MS[Math.min(this.#failures++, BACK_OFF_MS.length - 1)];
      setTimeout(() => source === this.#source && this.#reopen(), wait * (0.75 + Math.random() / 2));
    }
  }

  #watch() {
    const now = Date.now();
    const slept = now - this.#watchedAt > SLEPT_MS;
    this.#watchedAt = now;
    const open = this.#source?.readyState === EventSource.OPEN;
    const silent = now - this.#signAt;
    if (open && (silent > PATIENCE * this.#beatMs || (slept && silent > this.#beatMs))) {
      this.#tell({ type: "link_lost", id: this.#position, at: now });
      this.#reopen();
    }
  }

  #reopen() {
    this.#source?.close();
    this.#open();
  }
}

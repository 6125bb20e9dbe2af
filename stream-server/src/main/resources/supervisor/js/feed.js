// The one connection. Turns what the browser's EventSource says into messages for the reducer, and
// opens a new one where the browser would give up (any answer but 200) or not notice (a half-open
// link).

import { BEAT_MS, CONTROL, TYPES, beatOf } from "./contract.js";

const BACK_OFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

// Silence after which a link counts as half open, in beats. The page calls it stale at two.
const PATIENCE = 3;

export class Feed {
  #path;
  #tell;
  #source = null;
  #position = "";
  #failures = 0;
  #signAt = 0;
  #beatMs = BEAT_MS;

  constructor(path, tell) {
    this.#path = path;
    this.#tell = tell;
  }

  start() {
    this.#open();
    setInterval(() => this.#watch(), 1_000);
    addEventListener("online", () => this.#source?.readyState !== 1 && this.#reopen());
  }

  #open() {
    this.#signAt = Date.now();
    const source = new EventSource(this.#address());
    this.#source = source;
    for (const type of [...TYPES, ...CONTROL]) {
      source.addEventListener(type, (message) => this.#arrived(type, message));
    }
    source.addEventListener("error", () => this.#failed(source));
  }

  // A first connection has no Last-Event-ID header to name the position.
  #address() {
    return this.#position
      ? `${this.#path}?last_event_id=${encodeURIComponent(this.#position)}`
      : this.#path;
  }

  #arrived(type, { data, lastEventId }) {
    const at = Date.now();
    this.#signAt = at;
    this.#failures = 0;
    this.#position = lastEventId || this.#position;
    let content;
    try {
      content = JSON.parse(data);
    } catch {
      this.#tell({ type: "unreadable", at });
      return;
    }
    if (type === "stream_open") {
      this.#beatMs = beatOf(content);
    }
    this.#tell({ type, data: content, at });
  }

  #failed(source) {
    this.#tell({ type: "link_lost", at: Date.now() });
    if (source.readyState === EventSource.CLOSED && source === this.#source) {
      const wait = BACK_OFF_MS[Math.min(this.#failures++, BACK_OFF_MS.length - 1)];
      setTimeout(() => source === this.#source && this.#reopen(), wait * (0.75 + Math.random() / 2));
    }
  }

  #watch() {
    const open = this.#source?.readyState === EventSource.OPEN;
    if (open && Date.now() - this.#signAt > PATIENCE * this.#beatMs) {
      this.#tell({ type: "link_lost", at: Date.now() });
      this.#reopen();
    }
  }

  #reopen() {
    this.#source?.close();
    this.#open();
  }
}

// One connection for all windows of a browser. The worker that holds the lock has the connection
// and passes on what it hears; the others take part. When the holder goes, the next one takes over
// at the very position that it has reached, and so misses nothing.

import { Feed } from "./feed.js";
import { Queue, place } from "./queue.js";

const NAME = "tanaw.stream";

// The holder gives a sign at least so often, and is taken to be frozen after three of them.
const SIGN_MS = 5_000;
const FROZEN_MS = 3 * SIGN_MS;

export class Share {
  #path;
  #tell;
  #channel;
  #feed = null;
  #once = null;
  #position = "";
  #held = null;
  #signAt = Date.now();
  #listenersAt = 0;
  #out = new Queue();
  #outAfter = "";
  #sending = false;

  // `tell(message)` as for Feed, and `{type: "role", role}`.
  constructor(path, tell) {
    this.#path = path;
    this.#tell = tell;
  }

  start() {
    if (!globalThis.navigator?.locks || !globalThis.BroadcastChannel) {
      this.#lead(); // an address that the browser does not trust: each window for itself
      return;
    }
    this.#channel = new BroadcastChannel(NAME);
    this.#channel.addEventListener("message", ({ data }) => this.#heard(data));
    this.#ask({ ifAvailable: true }, () => this.#follow());
    setInterval(() => this.#sign(), SIGN_MS);
  }

  look() {
    this.#feed?.look();
  }

  // `otherwise` when somebody else has the lock.
  #ask(options, otherwise) {
    navigator.locks.request(NAME, options, (lock) => {
      if (!lock) {
        otherwise();
        return undefined;
      }
      return new Promise(() => this.#lead()); // until this window goes
    }).catch(() => this.#robbed());
  }

  #lead() {
    if (this.#feed) {
      return;
    }
    this.#once?.stop();
    this.#once = null;
    this.#held = null;
    this.#tell({ type: "role", role: "leads" });
    this.#feed = new Feed(this.#path, this.#position, (message) => {
      this.#pass(message);
      this.#position = message.id;
      this.#tell(message);
    });
    this.#feed.start();
  }

  // Another window found this one frozen and took the lock.
  #robbed() {
    this.#feed?.stop();
    this.#feed = null;
    this.#follow();
  }

  #follow() {
    this.#tell({ type: "role", role: "follows" });
    this.#signAt = Date.now();
    this.#channel.postMessage({ kind: "here" });
    this.#begin();
    this.#ask({}, () => {});
  }

  // A short connection of its own for how things stand; then what the others hear.
  #begin() {
    this.#once?.stop();
    this.#held = [];
    this.#once = new Feed(this.#path, "", (message) => {
      if (!this.#once) {
        return;
      }
      this.#position = message.id || this.#position;
      this.#tell(message);
      if (message.type === "snapshot") {
        this.#once.stop();
        this.#once = null;
        const missed = this.#held;
        this.#held = null;
        missed.forEach((batch) => this.#take(batch));
      }
    });
    this.#once.start();
  }

  #heard(data) {
    if (this.#feed) {
      this.#listenersAt = data.kind === "here" ? Date.now() : this.#listenersAt;
      return;
    }
    this.#signAt = Date.now();
    if (data.kind === "batch") {
      this.#held ? this.#held.push(data) : this.#take(data);
    }
  }

  #take({ after, messages }) {
    for (const message of messages) {
      const mine = place(this.#position);
      const its = place(message.id);
      const before = place(after);
      if (before.epoch !== mine.epoch || before.offset > mine.offset) {
        this.#begin(); // something in between went to nobody here
        return;
      }
      const news = its.epoch !== mine.epoch || its.offset > mine.offset;
      if (news) {
        this.#position = message.id;
      }
      if (news || message.quiet) {
        this.#tell(message);
      }
    }
  }

  // Gathered for a moment, with passing events merged: the others need not keep up one by one.
  #pass(message) {
    if (!this.#channel || Date.now() - this.#listenersAt > FROZEN_MS) {
      return;
    }
    if (this.#out.size === 0) {
      this.#outAfter = this.#position;
    }
    // What the stream says of itself has no place of its own.
    this.#out.add({ ...message, quiet: message.id === this.#position });
    if (!this.#sending) {
      this.#sending = true;
      setTimeout(() => {
        this.#sending = false;
        this.#channel.postMessage({ kind: "batch", after: this.#outAfter, messages: this.#out.take() });
      }, 10);
    }
  }

  #sign() {
    if (this.#feed) {
      this.#channel.postMessage({ kind: "sign" });
      return;
    }
    this.#channel.postMessage({ kind: "here" });
    if (Date.now() - this.#signAt > FROZEN_MS) {
      this.#signAt = Date.now();
      this.#ask({ steal: true }, () => {});
    }
  }
}

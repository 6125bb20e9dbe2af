// One connection for all windows of a browser. The worker that holds the lock has the connection
// and passes on what it hears; the others take part. When the holder goes, the next one takes over
// at the very position that it has reached, and so misses nothing.

import { Feed } from "./feed.js";
import { Queue, place } from "./queue.js";

const NAME = "tanaw.stream";

const BATCH_MS = 10;

// The holder gives a sign at least so often, and is taken to be frozen after three of them.
const SIGN_MS = 5_000;
const FROZEN_MS = 3 * SIGN_MS;

export class Share {
  #path;
  #name;
  #tell;
  #types;
  #channel = null;
  #timer = 0;
  #release = () => {};
  #closed = false;
  #feed = null;
  #once = null;
  #position = "";
  #held = null;
  #level = "";
  #owed = false;
  #signAt = Date.now();
  #listenersAt = 0;
  #out = new Queue();
  #outAfter = "";
  #sending = false;

  // `tell(message)` as for Feed, and `{type: "role", role}`. Windows that ask for the same path
  // share; `position` and `types` as for Feed.
  constructor(path, tell, { position = "", types = [] } = {}) {
    this.#path = path;
    this.#name = `${NAME} ${path}`;
    this.#tell = tell;
    this.#position = position;
    this.#types = types;
  }

  get position() {
    return this.#position;
  }

  start() {
    if (!globalThis.navigator?.locks || !globalThis.BroadcastChannel) {
      this.#lead(); // an address that the browser does not trust: each window for itself
      return;
    }
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.addEventListener("message", ({ data }) => this.#heard(data));
    this.#ask({ ifAvailable: true }, () => this.#follow());
    this.#timer = setInterval(() => this.#sign(), SIGN_MS);
  }

  look() {
    this.#feed?.look();
  }

  // The next window takes over where this one leaves off.
  close() {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#send();
    this.#feed?.stop();
    this.#once?.stop();
    this.#feed = this.#once = this.#held = null;
    this.#channel?.close();
    this.#release();
  }

  // `otherwise` when somebody else has the lock.
  #ask(options, otherwise) {
    navigator.locks.request(this.#name, options, (lock) => {
      if (this.#closed) {
        return undefined;
      }
      if (!lock) {
        otherwise();
        return undefined;
      }
      return new Promise((release) => { // until this window goes
        this.#release = release;
        this.#lead();
      });
    }).catch(() => this.#robbed());
  }

  #lead() {
    if (this.#feed) {
      return;
    }
    this.#once?.stop();
    this.#once = null;
    this.#held = null;
    this.#listenersAt = Date.now(); // until they have had the time to say so themselves
    this.#tell({ type: "role", role: "leads" });
    this.#feed = new Feed(this.#path, this.#position, (message) => {
      this.#pass(message);
      this.#position = message.id;
      this.#tell(message);
    }, this.#types);
    this.#feed.start();
  }

  // Another window found this one frozen and took the lock.
  #robbed() {
    if (this.#closed) {
      return;
    }
    this.#feed?.stop();
    this.#feed = null;
    this.#follow();
  }

  #follow() {
    this.#tell({ type: "role", role: "follows" });
    this.#signAt = Date.now();
    this.#begin();
    this.#ask({}, () => {});
  }

  // A short connection of its own, until it has caught up with what the others hear. What they
  // hear in that time waits; it is as long as the connection is short.
  #begin() {
    this.#once?.stop();
    this.#held = [];
    this.#level = "";
    this.#owed = false;
    this.#channel.postMessage({ kind: "here" });
    const once = new Feed(this.#path, this.#position, (message) => {
      if (once !== this.#once) {
        return;
      }
      this.#position = message.id || this.#position;
      this.#tell(message);
      this.#owed = owesSnapshot(message, this.#owed);
      if (message.type === "snapshot") {
        this.#join();
      } else {
        this.#joinWhenLevel();
      }
    }, this.#types);
    this.#once = once;
    once.start();
  }

  // The level is a position from which on the holder passes on everything.
  #joinWhenLevel() {
    if (this.#level && !this.#owed && this.#isWithin(this.#level)) {
      this.#join();
    }
  }

  #join() {
    this.#once.stop();
    this.#once = null;
    const missed = this.#held;
    this.#held = null;
    missed.forEach((batch) => this.#held ? this.#held.push(batch) : this.#take(batch));
  }

  // Whether everything up to this position has been told here.
  #isWithin(id) {
    const its = place(id);
    const mine = place(this.#position);
    return its.epoch === mine.epoch && its.offset <= mine.offset;
  }

  #heard(data) {
    if (this.#feed) {
      if (data.kind === "here") {
        this.#listenersAt = Date.now();
        this.#channel.postMessage({ kind: "sign", position: this.#position });
      }
    } else if (data.kind !== "here") {
      this.#signAt = Date.now();
      this.#follows(data);
    }
  }

  #follows(data) {
    if (!this.#held) {
      if (data.kind === "batch") {
        this.#take(data);
      }
      return;
    }
    if (data.kind === "batch") {
      this.#held.push(data);
    }
    this.#level ||= data.after || data.position || "";
    this.#joinWhenLevel();
  }

  #take({ after, messages }) {
    for (const message of messages) {
      if (!this.#isWithin(after)) {
        this.#begin(); // something in between went to nobody here
        return;
      }
      const mine = place(this.#position);
      const its = place(message.id);
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
      setTimeout(() => this.#send(), BATCH_MS);
    }
  }

  #send() {
    if (this.#sending && this.#channel) {
      this.#sending = false;
      this.#channel.postMessage({ kind: "batch", after: this.#outAfter, messages: this.#out.take() });
    }
  }

  #sign() {
    if (this.#feed) {
      this.#channel.postMessage({ kind: "sign", position: this.#position });
      return;
    }
    this.#channel.postMessage({ kind: "here" });
    if (Date.now() - this.#signAt > FROZEN_MS) {
      this.#signAt = Date.now();
      this.#ask({ steal: true }, () => {});
    }
  }
}

// Whether the stream has still to say how things stand.
function owesSnapshot({ type, data }, before) {
  switch (type) {
    case "stream_open":
      return /"mode":"(snapshot|reset)"/.test(data);
    case "stream_gap":
    case "stream_reset":
      return true;
    case "snapshot":
      return false;
    default:
      return before;
  }
}

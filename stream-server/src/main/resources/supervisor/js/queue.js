// What waits for the page: lasting events in their order, of passing ones the newest of each
// session. Pure but for its own state.

import { isLasting } from "./contract.js";

// The head of an envelope names station and session; the rest of a text need not be read for that.
const HEAD = /^\{"v":1,"station":"([^"]*)"(?:,"session":"([^"]*)")?/;

export class Queue {
  #waiting = new Map();
  #number = 0;

  #lasting = 0;

  get size() {
    return this.#waiting.size;
  }

  // Whether something waits that is more than the newest measurement.
  get urgent() {
    return this.#lasting > 0;
  }

  add(message) {
    const key = this.#key(message);
    // What is replaced goes to the end: nothing overtakes a lasting event.
    this.#waiting.delete(key);
    this.#waiting.set(key, message);
  }

  take() {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#lasting = 0;
    return all;
  }

  #key({ type, data }) {
    if (isLasting(type)) {
      this.#lasting++;
      return this.#number++;
    }
    const head = HEAD.exec(data);
    return head ? `${type} ${head[1]} ${head[2] ?? ""}` : this.#number++;
  }
}

// A position is `<epoch>-<offset>`.
export function place(id) {
  const at = id.lastIndexOf("-");
  return at < 0 ? { epoch: "", offset: 0 } : { epoch: id.slice(0, at), offset: Number(id.slice(at + 1)) };
}

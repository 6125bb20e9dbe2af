// The event stream for a page: `import { connect } from "/client.js"`. One connection for all
// windows of a browser that ask for the same; watched, resumed and closed. docs/clients.md tells
// how to use it. The supervisors' page hears the stream through the same parts.

import { Share } from "./js/share.js";

const PATH = "/stations/stream";

// Options, each of which may be left out:
//   url      of the stream, on this origin
//   from     "start": all that is held instead of a snapshot
//   pace     "sparse": of the passing events of a session and type one in 200 ms
//   filter   {station: […], session: […], type: […]}
//   lastId   the position to resume from, as `lastId` of an earlier connection
//   types    names of events that are not in the contract
//   onEvent(envelope, id)   each event; lasting ones once and in order
//   onSnapshot(envelopes, whole)   how things stand; `whole`: forget what was known before
//   onGap({from, to}), onReset({epoch})   a snapshot follows
//   onLink(live, code)   whether news arrive; `code` is what the server said when it closed
//   onRole(role)   "leads" has the connection, "follows" hears through another window
export function connect(options = {}) {
  const heard = new Listener(options);
  const share = new Share(address(options), (message) => heard.take(message), {
    position: options.lastId,
    types: options.types,
  });
  const look = () => share.look();
  globalThis.addEventListener?.("online", look);
  globalThis.addEventListener?.("pagehide", ({ persisted }) => persisted || share.close());
  share.start();
  return {
    get lastId() {
      return share.position;
    },
    get live() {
      return heard.live;
    },
    close() {
      globalThis.removeEventListener?.("online", look);
      heard.mute();
      share.close();
    },
  };
}

export function address({ url = PATH, from, pace, filter = {} }) {
  const query = new URLSearchParams({ ...(from && { from }), ...(pace && { pace }) });
  for (const name of ["station", "session", "type"]) {
    [...(filter[name] ?? [])].sort().forEach((word) => query.append(name, word));
  }
  const joint = url.includes("?") ? "&" : "?";
  return query.size > 0 ? `${url}${joint}${query}` : url;
}

// Turns what the stream says into calls.
export class Listener {
  #on;
  #whole = true;
  #live = false;
  #code = "";

  constructor(on) {
    this.#on = on;
  }

  get live() {
    return this.#live;
  }

  mute() {
    this.#on = {};
  }

  take({ type, data, id, role }) {
    if (type === "role") {
      this.#on.onRole?.(role);
    } else if (type === "link_lost") {
      this.#link(false);
    } else {
      this.#spoken(type, JSON.parse(data), id);
    }
  }

  #spoken(type, value, id) {
    this.#code = type === "stream_bye" ? value.code : "";
    this.#link(type !== "stream_bye");
    switch (type) {
      case "stream_open":
        this.#whole ||= value.mode === "snapshot" || value.mode === "reset";
        break;
      case "snapshot":
        this.#on.onSnapshot?.(value.events, this.#whole);
        this.#whole = false;
        break;
      case "stream_gap":
        this.#whole = true;
        this.#on.onGap?.(value);
        break;
      case "stream_reset":
        this.#whole = true;
        this.#on.onReset?.(value);
        break;
      case "stream_bye":
      case "stream_beat":
        break;
      default:
        this.#on.onEvent?.(value, id);
    }
  }

  #link(live) {
    if (live !== this.#live) {
      this.#live = live;
      this.#on.onLink?.(live, this.#code);
    }
  }
}

// The completed sessions of a station that the server still holds, for whoever came after them.

import { fetchHistory } from "./history.js";
import { lesson } from "./pace.js";

// Of one station, the newest; asked for once a connection.
const MOST = 20;

export function pastOf(tell) {
  const asked = new Set();
  let list = { since: 0, sessions: null };
  return {
    want(state, station) {
      const { phase, since } = state.link;
      const key = `${since} ${station}`;
      if (!station || phase !== "live" || state.sweep || asked.has(key)) {
        return;
      }
      asked.add(key);
      if (list.since !== since) {
        list = { since, sessions: fetch("/face/sessions").then((answer) => answer.json()) };
      }
      learn(state, station, list.sessions).then(
        (told) => told.length > 0 && tell([{ type: "past", station, told, at: Date.now() }]), () => {});
    },
  };

  async function learn(state, station, answer) {
    const known = state.finished.get(station);
    const { sessions } = await answer;
    const wanted = sessions.filter((each) => each.station === station && !known?.has(each.session));
    const told = [];
    for (const { session } of wanted.slice(-MOST)) {
      const one = lesson(await fetchHistory(session).catch(() => []));
      if (one) {
        told.push([session, one]);
      }
    }
    return told;
  }
}

// All that the log holds of a session: a page that joined late knows only the newest of each kind,
// and a link may lead to a session that ended before this page was opened.

export function historyOf(tell) {
  const asked = new Set();
  return {
    want(state, id) {
      const session = state.sessions.get(id);
      // Once a connection: what fails now is asked again after the next reconnect.
      const key = `${state.link.since} ${id}`;
      if ((session && !session.summary) || state.link.phase !== "live" || state.sweep || asked.has(key)) {
        return;
      }
      asked.add(key);
      (session ? fetchHistory(id) : fetchHeld(id)).then((data) => tell([{ type: "history", session: id, data, at: Date.now() }]),
        () => tell([{ type: "history", session: id, data: [], at: Date.now() }]));
    },
  };
}

// Of a session that nobody has spoken of: none when the server does not hold it either.
async function fetchHeld(id) {
  const { sessions } = await (await fetch("/face/sessions")).json();
  return sessions.some((each) => each.session === id) ? fetchHistory(id) : [];
}

export async function fetchHistory(id) {
  const answer = await fetch(`/face/sessions/${encodeURIComponent(id)}/events`);
  if (!answer.ok) {
    throw new Error(String(answer.status));
  }
  return (await answer.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

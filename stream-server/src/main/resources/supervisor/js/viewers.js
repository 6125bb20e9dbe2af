// Who watches a session now. Asked for while somebody looks at it: presence is no event and has no
// place in the state.

const EVERY_MS = 5_000;

// `redraw()` when the answer is another one.
export function viewers(redraw) {
  let session = "";
  let names = [];
  let askedAt = 0;

  async function ask(id) {
    try {
      const answer = await fetch(`/face/sessions/${encodeURIComponent(id)}/viewers`);
      const said = answer.ok ? (await answer.json()).viewers : [];
      if (id === session && JSON.stringify(said.map(line)) !== JSON.stringify(names)) {
        names = said.map(line);
        redraw();
      }
    } catch {
      names = []; // nobody knows
    }
  }

  return {
    // `{name, role}` of each, as of a few seconds ago; empty while that is not known.
    of(id, now) {
      if (id !== session) {
        session = id;
        names = [];
        askedAt = 0;
      }
      if (id && !document.hidden && now - askedAt >= EVERY_MS) {
        askedAt = now;
        ask(id);
      }
      return names;
    },
  };
}

const line = ({ name, role }) => ({ name, role });

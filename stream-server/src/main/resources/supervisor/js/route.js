// The part of the address behind `#`: which page, and of whom.

export function parse(hash, state) {
  if (hash === "#/analytics") {
    return { page: "figures", id: "" };
  }
  const [, kind, name] = /^#\/(session|station)\/([^/]+)$/.exec(hash) ?? [];
  try {
    const id = name ? decodeURIComponent(name) : "";
    if (kind === "session") {
      return { page: "session", id, station: "" };
    }
    const newest = kind ? [...state.sessions.values()].findLast((each) => each.station === id) : undefined;
    return kind ? { page: "session", id: newest?.id ?? "", station: id } : { page: "wall", id: "" };
  } catch {
    return { page: "wall", id: "" };
  }
}

// The view of the wall that someone chose, as it stands in the address: shareable, and the same
// after a reload. Pure.

export const CONDITIONS = Object.freeze(["need", "stale", "offline", "running", "idle"]);
export const DENSITIES = Object.freeze(["auto", "full", "compact", "dense"]);

export const USUAL = Object.freeze({
  q: "", site: "", show: Object.freeze([]), group: "need", density: "auto", tv: false,
});

export function read(search) {
  const given = new URLSearchParams(search);
  const one = (name, allowed, otherwise) =>
    allowed.includes(given.get(name)) ? given.get(name) : otherwise;
  return {
    q: (given.get("q") ?? "").slice(0, 80),
    site: (given.get("site") ?? "").slice(0, 80),
    show: CONDITIONS.filter((name) => (given.get("show") ?? "").split(",").includes(name)),
    group: one("group", ["need", "site"], USUAL.group),
    density: one("density", DENSITIES, USUAL.density),
    tv: given.get("tv") === "1",
  };
}

export function write(view) {
  const told = new URLSearchParams();
  for (const name of ["q", "site", "group", "density"]) {
    if (view[name] !== USUAL[name]) {
      told.set(name, view[name]);
    }
  }
  if (view.show.length > 0) {
    told.set("show", view.show.join(","));
  }
  if (view.tv) {
    told.set("tv", "1");
  }
  const query = told.toString().replaceAll("%2C", ",");
  return query ? `?${query}` : "";
}

export function wanted(view, row) {
  const words = view.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${row.name} ${row.site} ${row.session?.id ?? ""}`.toLowerCase();
  return (
    words.every((word) => text.includes(word)) &&
    (!view.site || row.site === view.site) &&
    (view.show.length === 0 || view.show.includes(row.condition))
  );
}

// How much room a tile gets. A screen that nobody touches shows no value of a document.
export function densityOf(view, tiles) {
  const chosen = view.density !== "auto"
    ? view.density
    : tiles <= 6 ? "full" : tiles <= 40 ? "compact" : "dense";
  return view.tv && chosen === "full" ? "compact" : chosen;
}

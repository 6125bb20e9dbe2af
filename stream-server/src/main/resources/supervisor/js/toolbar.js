// Above the tiles: which stations, in which order, how large. Everything chosen here stands in the
// address.

import { attribute, h, icon, keyed, show, text } from "./dom.js";
import { t } from "./text.js";
import { DENSITIES, USUAL } from "./wallview.js";

export function toolbar(change) {
  const search = h("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false" });
  const searchLabel = h("label", { for: "search", class: "unseen" });
  const site = h("select", { id: "site" });
  const siteLabel = h("label", { for: "site", class: "unseen" });
  const group = select("group", ["need", "site"]);
  const density = select("density", DENSITIES);
  const tv = button("tv");
  const reset = button("reset");
  const help = button("help");
  const found = h("span", { class: "found", role: "status" });
  const element = h("div", { class: "toolbar", role: "search" },
    h("span", { class: "search" }, icon("search"), searchLabel, search), siteLabel, site,
    group.label, group.element, density.label, density.element, reset, found, tv, help);

  search.addEventListener("input", () => change({ q: search.value }));
  search.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && search.value) {
      event.stopPropagation();
      change({ q: "" });
    }
  });
  site.addEventListener("change", () => change({ site: site.value }));
  group.element.addEventListener("change", () => change({ group: group.element.value }));
  density.element.addEventListener("change", () => change({ density: density.element.value }));
  tv.addEventListener("click", () => change({ tv: true }));
  reset.addEventListener("click", () => change({ ...USUAL }));

  let drawn = "";
  return {
    element,
    search,
    help,
    update(view, rows, shown, tongue) {
      if (search.value !== view.q) {
        search.value = view.q;
      }
      const sites = [...new Set(rows.map((row) => row.site).filter(Boolean))].sort();
      const key = JSON.stringify([view, sites, rows.length, shown, tongue]);
      if (key === drawn) {
        return;
      }
      drawn = key;
      text(searchLabel, t("tools.search"));
      attribute(search, "placeholder", t("tools.search"));
      text(siteLabel, t("tools.site"));
      keyed(site, ["", ...sites, ...(view.site && !sites.includes(view.site) ? [view.site] : [])],
        (name) => name, option, (row, name) => {
          text(row.element, name || t("tools.site.all"));
          attribute(row.element, "value", name);
        });
      site.value = view.site;
      show(site, sites.length > 0 || Boolean(view.site));
      group.update(view.group);
      show(group.element, sites.length > 0);
      density.update(view.density);
      text(tv, t("tools.tv"));
      text(help, t("tools.help"));
      text(reset, t("tools.reset"));
      const narrowed = Boolean(view.q || view.site || view.show.length);
      show(reset, narrowed);
      text(found, narrowed ? t("tools.found", { n: shown, all: rows.length }) : "");
    },
  };
}

const option = () => ({ element: h("option") });
const button = (name) => h("button", { type: "button", class: "tool", id: name });

function select(name, values) {
  const options = values.map((value) => h("option", { value }));
  const element = h("select", { id: name }, ...options);
  const label = h("label", { for: name, class: "unseen" });
  return {
    element,
    label,
    update(value) {
      text(label, t(`tools.${name}`));
      options.forEach((each, place) => text(each, t(`tools.${name}.${values[place]}`)));
      element.value = value;
    },
  };
}

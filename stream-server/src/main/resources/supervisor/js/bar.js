// The header: is this page live, how much is going on, which language.

import { attribute, h, icon, keyed, setIcon, show, text } from "./dom.js";
import { age } from "./format.js";
import { TONGUES, spoken, t } from "./text.js";
import { counters, link } from "./view.js";

const LINK_ICONS = { live: "dot", stale: "alert", reconnecting: "link", connecting: "link" };
const COUNTS = ["need", "running", "idle", "stale", "offline"];

// Clocks closer than this are called equal.
const SKEW_MS = 2_000;

// `choose(language)`, `filter(condition)`.
export function bar(choose, filter) {
  const title = h("span", { class: "product-role" });
  const home = h("a", { class: "product", href: "#/" },
    h("img", { src: "icon.svg", alt: "", width: "24", height: "24" }),
    h("span", { class: "product-name" }, "Tanaw"), title);

  const mark = icon("link");
  // Only the word is announced: the age changes every second.
  const state = h("strong", { role: "status", id: "link-word" });
  const detail = h("span", { class: "link-detail", id: "link-detail" });
  const pill = h("p", { class: "link", id: "link" }, mark, state, detail);

  const counts = Object.fromEntries(COUNTS.map((name) => {
    const number = h("strong", { id: `count-${name}` });
    const label = h("span");
    const element = h("button", { type: "button", class: "count", "data-count": name }, number, label);
    element.addEventListener("click", () => filter(name));
    return [name, { element, number, label }];
  }));
  const summary = h("div", { class: "counts", role: "group" }, ...COUNTS.map((name) => counts[name].element));
  const figures = h("a", { class: "figures", href: "#/analytics" });

  const tongues = h("div", { class: "tongues", role: "group" });
  const buttons = Object.keys(TONGUES).map((name) => {
    const button = h("button", { type: "button", lang: name, "data-tongue": name },
      { en: "English", fil: "Filipino" }[name]);
    button.addEventListener("click", () => choose(name));
    tongues.append(button);
    return button;
  });

  return {
    elements: [home, pill, summary, figures, tongues],
    update(model, rows, view, now) {
      const now_ = link(model, now);
      attribute(home, "aria-label", `Tanaw ${t("page.supervisor")} — ${t("page.home")}`);
      text(title, t("page.supervisor"));
      attribute(pill, "data-link", now_.word);
      setIcon(mark, LINK_ICONS[now_.word]);
      text(state, t(`link.${now_.word}`));
      text(detail, detailOf(now_));
      const numbers = counters(rows);
      attribute(summary, "aria-label", t("count.filter"));
      text(figures, t("figures.title"));
      for (const name of COUNTS) {
        text(counts[name].label, t(`count.${name}`));
        // A number that may be wrong by now is not shown as a number.
        text(counts[name].number, now_.word === "live" ? numbers[name] : "–");
        attribute(counts[name].element, "data-some", numbers[name] > 0 && now_.word === "live");
        attribute(counts[name].element, "aria-pressed", String(view.show.includes(name)));
      }
      attribute(tongues, "aria-label", t("page.language"));
      buttons.forEach((button) =>
        attribute(button, "aria-pressed", String(button.dataset.tongue === spoken())));
    },
  };
}

function detailOf({ word, sinceMs, silentMs, eventAgeMs }) {
  switch (word) {
    case "live":
      return eventAgeMs === null ? t("link.live.quiet") : t("link.live.detail", { age: age(eventAgeMs) });
    case "stale":
      return t("link.stale.detail", { age: age(silentMs) });
    default:
      return t(`link.${word}.detail`, { age: age(sinceMs) });
  }
}

// What a supervisor must know about the page itself; stays until it is closed or void.
export function notices(element, dismiss) {
  const create = () => {
    const line = h("span");
    const close = h("button", { type: "button", class: "close" }, icon("cross"));
    const row = h("p", { class: "notice" }, icon("alert"), line, close);
    close.addEventListener("click", dismiss);
    return { element: row, line, close };
  };
  return {
    update(model, rows) {
      const simulated = rows.filter((row) => row.simulated).length;
      const skew = model.link.phase === "live" ? model.link.serverAhead : 0;
      const list = [
        ...(simulated ? [{ key: "simulated", line: t("notice.simulated", { n: simulated, all: rows.length }) }] : []),
        ...(Math.abs(skew) > SKEW_MS ? [{ key: "skew", line: t(skew > 0 ? "notice.skew.behind" : "notice.skew.ahead", { age: age(Math.abs(skew)) }) }] : []),
        ...(model.link.bye && model.link.phase !== "live" ? [{ key: "bye", line: byeLine(model.link.bye) }] : []),
        ...(model.notice ? [{ key: "stream", line: t(`notice.${model.notice.kind}`), closes: true }] : []),
        ...(model.unreadable ? [{ key: "unreadable", line: t("notice.unreadable", { n: model.unreadable }) }] : []),
      ];
      keyed(element, list, (notice) => notice.key, create, (row, notice) => {
        text(row.line, notice.line);
        attribute(row.element, "data-notice", notice.key);
        show(row.close, Boolean(notice.closes));
        attribute(row.close, "aria-label", t("notice.close"));
      });
    },
  };
}

const byeLine = (code) =>
  code === "limit" || code === "drain" ? t(`link.bye.${code}`) : t("link.bye.other", { code });

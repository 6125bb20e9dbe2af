// The figures of all sessions that the server still holds.

import { by, figures as count, summary } from "./analytics.js";
import { h, text } from "./dom.js";
import { duration, number, percent } from "./format.js";
import { fetchHistory } from "./history.js";
import { t, word } from "./text.js";

// The newest so many; more would only make the page wait.
const MOST = 400;
const AT_ONCE = 6;

export function figures() {
  const title = h("h1", { tabindex: "-1" });
  const note = h("p", { class: "panel-note", role: "status" });
  const again = h("button", { type: "button", class: "tool" });
  const body = h("div", { class: "figure-panels" });
  const back = h("a", { class: "back", href: "#/" });
  const element = h("div", { class: "detail", id: "figures" },
    h("nav", {}, back), h("header", { class: "detail-head" }, title, again), note, body);
  const ended = new Map();
  let summaries = null;
  let missing = 0;
  let state = "new";
  let drawn = "";
  again.addEventListener("click", load);

  return {
    element,
    title,
    update(tongue) {
      if (state === "new" || (state === "idle" && !element.isConnected)) {
        load();
      }
      if (drawn === `${tongue} ${state}`) {
        return;
      }
      drawn = `${tongue} ${state}`;
      text(back, t("detail.back"));
      text(title, t("figures.title"));
      text(again, t("figures.again"));
      draw();
    },
  };

  async function load() {
    if (state === "busy") {
      return;
    }
    state = "busy";
    try {
      const answer = await fetch("/face/sessions");
      const { sessions } = await answer.json();
      const wanted = sessions.slice(-MOST);
      missing = sessions.length - wanted.length;
      summaries = await all(wanted);
      state = "idle";
    } catch {
      state = "failed";
    }
    drawn = "";
  }

  async function all(wanted) {
    const found = [];
    const queue = [...wanted];
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const known = ended.get(next.session);
        const one = known ?? await fetchHistory(next.session).then((events) => events.length > 0 ? summary(events) : null, () => null);
        if (one) {
          found.push(one);
          if (one.outcome) {
            ended.set(next.session, one);
          }
        }
      }
    }));
    return found;
  }

  function draw() {
    if (state === "failed") {
      text(note, t("figures.failed"));
      return;
    }
    if (!summaries) {
      text(note, t("figures.busy"));
      return;
    }
    const told = count(summaries);
    const simulated = summaries.filter((each) => each.simulated).length;
    text(note, [
      t("figures.of", { n: told.sessions, ended: told.ended }),
      ...(missing ? [t("figures.missing", { n: missing })] : []),
      ...(simulated ? [t("figures.simulated", { n: simulated })] : []),
    ].join(" "));
    body.replaceChildren(
      panel("figures.whole", [
        ["figures.complete", shared(told.complete)], ["figures.first", shared(told.firstTry)],
        ["figures.undisturbed", shared(told.undisturbed)],
        ["figures.duration", told.duration.n ? `${duration(told.duration.p50)} · ${duration(told.duration.p95)}` : t("figures.none")],
      ].map(([key, value]) => [t(key), value]), []),
      panel("figures.steps", told.steps.map((each) =>
        [word("step", each.step), duration(each.p50), duration(each.p95), number(each.n, 0)]),
      ["figures.step", "figures.p50", "figures.p95", "figures.n"]),
      panel("figures.retakes", told.retakes.map(({ code, n }) => [cause(code), number(n, 0)]), []),
      panel("figures.reasons", told.reasons.map(({ code, n }) => [word("reason", code), number(n, 0)]), []),
      panel("figures.outcomes", told.outcomes.map(({ code, n }) => [word("outcome", code), number(n, 0)]), []),
      panel("figures.left", told.left.map(({ code, n }) => [word("step", code), number(n, 0)]), []),
      panel("figures.stations", rowsBy("station"), ["figures.station", "figures.n", "figures.complete", "figures.first", "figures.p50"]),
      panel("figures.days", rowsBy("day"), ["figures.day", "figures.n", "figures.complete", "figures.first", "figures.p50"]));
  }

  function rowsBy(name) {
    return by(summaries, name).map((each) => [each.key, number(each.ended, 0), shared(each.complete), shared(each.firstTry),
      each.duration.n ? duration(each.duration.p50) : t("figures.none")]);
  }
}

const shared = ({ share, n }) => (share === null ? t("figures.none") : `${percent(share)} (${number(n, 0)})`);

const cause = (code) =>
  code === "asked" || code === "unread" ? t(`figures.cause.${code}`) : word("reason", code);

function panel(key, rows, heads) {
  const title = h("h2", {}, t(key));
  if (rows.length === 0) {
    return h("section", { class: "panel" }, title, h("p", { class: "panel-note" }, t("figures.none")));
  }
  const head = heads.length > 0
    ? [h("thead", {}, h("tr", {}, ...heads.map((each) => h("th", { scope: "col" }, t(each)))))] : [];
  const body = h("tbody", {}, ...rows.map(([name, ...values]) =>
    h("tr", {}, h("th", { scope: "row" }, name), ...values.map((value) => h("td", {}, value)))));
  return h("section", { class: "panel" }, title,
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t(key) }, h("table", { class: "figure-table" }, ...head, body)));
}

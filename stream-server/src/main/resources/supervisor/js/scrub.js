// Back in time: a slider over a session's events, and its steps as a strip of what took how long.

import { steps } from "./analytics.js";
import { attribute, h, icon, setIcon, show, text } from "./dom.js";
import { number } from "./format.js";
import { t, word } from "./text.js";

const FRAME_MS = 50;
const SPEEDS = [1, 4, 16];

// `redraw()` after each move.
export function scrub(redraw) {
  const title = h("h2");
  const play = h("button", { type: "button", class: "tool round" });
  const mark = icon("play");
  play.append(mark);
  const speed = h("button", { type: "button", class: "tool" });
  const range = h("input", { type: "range", min: "0", step: "10" });
  const now = h("button", { type: "button", class: "tool" });
  const where = h("output", { class: "when" });
  const strip = h("ol", { class: "strip" });
  const element = h("section", { class: "panel scrub" }, title, strip,
    h("div", { class: "scrub-bar" }, play, speed, range, where, now));

  let moment = null; // null is now
  let fast = 0;
  let timer = 0;
  let end = 0;
  let drawn = "";
  range.addEventListener("input", () => move(Number(range.value)));
  now.addEventListener("click", () => {
    stop();
    move(null);
  });
  speed.addEventListener("click", () => {
    fast = (fast + 1) % SPEEDS.length;
    redraw();
  });
  play.addEventListener("click", () => {
    if (timer) {
      stop();
      redraw();
      return;
    }
    if (moment === null || moment >= end) {
      moment = 0;
    }
    timer = setInterval(() => {
      const next = moment + FRAME_MS * SPEEDS[fast];
      if (next >= end) {
        stop();
      }
      move(Math.min(next, end));
    }, FRAME_MS);
    redraw();
  });

  return {
    element,
    moment: () => moment,
    reset() {
      stop();
      moment = null;
    },
    update(session, tongue) {
      show(element, session.timeline.length > 1);
      end = session.elapsedMs;
      const key = JSON.stringify([tongue, end, moment, fast, Boolean(timer), session.id, session.timeline.length]);
      if (key === drawn) {
        return;
      }
      drawn = key;
      text(title, t("replay.title"));
      attribute(range, "max", end);
      attribute(range, "aria-label", t("replay.title"));
      attribute(range, "aria-valuetext", t("replay.at", { at: number((moment ?? end) / 1000, 1) }));
      range.value = String(moment ?? end);
      setIcon(mark, timer ? "pause" : "play");
      attribute(play, "aria-label", t(timer ? "replay.pause" : "replay.play"));
      text(speed, `${SPEEDS[fast]}×`);
      attribute(speed, "aria-label", t("replay.speed", { n: SPEEDS[fast] }));
      text(where, `${number((moment ?? end) / 1000, 1)} / ${number(end / 1000, 1)} s`);
      text(now, t(session.outcome ? "replay.end" : "replay.now"));
      show(now, moment !== null);
      drawStrip(session);
    },
  };

  function drawStrip(session) {
    strip.replaceChildren(...steps(session.timeline).filter(({ ms }) => ms > 0).map(({ step, ms, at }) => {
      const name = `${word("step", step)} · ${number(ms / 1000, 1)} s`;
      const part = h("li", { "data-step": step, title: name, "data-now": moment !== null && moment >= at && moment < at + ms },
        h("span", {}, word("step", step)), h("span", { class: "unseen" }, ` ${number(ms / 1000, 1)} s`));
      part.style.flexGrow = String(ms);
      return part;
    }));
  }

  function move(to) {
    moment = to;
    redraw();
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
  }
}

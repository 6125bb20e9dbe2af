// What the camera of a station sees now, made coarse by the station itself. Asked for twice a second
// while somebody looks, and gone at once when nothing new comes.

import { h, show, text } from "./dom.js";
import { duration } from "./format.js";
import { me } from "./me.js";
import { t } from "./text.js";

const EVERY_MS = 600;

// An answer that takes longer is not waited for.
const PATIENCE_MS = 1_500;

// `redraw()` when it is known whether there are pictures here.
export function picture(redraw) {
  let offered = false;
  let station = "";
  let looking = false;
  let timer = 0;
  let round = 0;
  me().then(({ pictures }) => {
    offered = pictures === true;
    redraw();
  });

  const button = h("button", { type: "button", class: "tool", id: "look", "aria-expanded": "false" });
  const canvas = h("canvas", { class: "coarse", id: "coarse", role: "img", hidden: true });
  const said = h("p", { class: "panel-note", role: "status" });
  const element = h("section", { class: "panel picture" }, button, canvas, said);
  button.addEventListener("click", () => (looking ? stop() : start()));

  function start() {
    looking = true;
    round += 1;
    text(said, "");
    next(round);
    speak();
  }

  function stop() {
    looking = false;
    clearTimeout(timer);
    canvas.hidden = true;
    text(said, "");
    speak();
  }

  // `mine`: whoever has stopped and begun again meanwhile asks for themselves.
  async function next(mine) {
    if (!document.hidden) {
      const fault = await ask();
      if (!looking || mine !== round) {
        return;
      }
      if (fault) {
        canvas.hidden = true;
        text(said, t(fault));
      }
    }
    timer = setTimeout(() => next(mine), EVERY_MS);
  }

  // The name of what went wrong, or nothing.
  async function ask() {
    const asked = station;
    try {
      const answer = await fetch(`/stations/${encodeURIComponent(asked)}/picture`,
        { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status === 204) {
        return "picture.blind";
      }
      if (!answer.ok) {
        return "picture.elsewhere";
      }
      const cells = await createImageBitmap(await answer.blob());
      if (looking && asked === station) {
        draw(cells, Number(answer.headers.get("Tanaw-Age-Ms")));
      }
      cells.close();
      return "";
    } catch {
      return "picture.lost";
    }
  }

  function draw(cells, ageMs) {
    canvas.width = cells.width;
    canvas.height = cells.height;
    canvas.getContext("2d").drawImage(cells, 0, 0);
    canvas.setAttribute("aria-label", t("picture.label", { station }));
    canvas.hidden = false;
    text(said, t("picture.age", { age: duration(ageMs) }));
  }

  function speak() {
    text(button, t(looking ? "picture.stop" : "picture.look"));
    button.setAttribute("aria-expanded", String(looking));
  }

  return {
    element,
    leave: stop,
    // `name`: of a station that is heard now; nothing where none is.
    update(name) {
      if (name !== station) {
        station = name;
        stop();
      }
      show(element, offered && Boolean(name));
      speak();
    },
  };
}

// The keyboard. Single letters can be switched off: a voice that is typed must not steer the wall.

import { h, text } from "./dom.js";
import { t } from "./text.js";

const OFF = "tanaw.keys.off";

// Arrow keys go to the neighbouring tile, as the eye does.
export function moveFocus(event) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  const from = event.target.closest?.(".tile");
  if (!step || !from) {
    return;
  }
  const [dx, dy] = step;
  const middle = (box) => ({ x: box.x + box.width / 2, y: box.y + Math.min(box.height, 80) / 2 });
  const here = middle(from.getBoundingClientRect());
  const next = [...event.currentTarget.querySelectorAll(".tile")]
    .filter((each) => each !== from)
    .map((each) => ({ each, at: middle(each.getBoundingClientRect()) }))
    .map(({ each, at }) => ({ each, ahead: (at.x - here.x) * dx + (at.y - here.y) * dy,
      aside: Math.abs((at.x - here.x) * dy) + Math.abs((at.y - here.y) * dx) }))
    .filter(({ ahead }) => ahead > 8)
    .sort((one, other) => one.ahead + 3 * one.aside - other.ahead - 3 * other.aside)[0];
  if (next) {
    event.preventDefault();
    next.each.querySelector("a").focus();
  }
}

// `acts`: letter → what it does.
export function letters(acts) {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || isOff()) {
      return;
    }
    const act = acts[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

const KEYS = ["/", "n", "g", "d", "t", "a", "?", "Esc"];

export function helpDialog() {
  const title = h("h2");
  const list = h("dl");
  const box = h("input", { type: "checkbox", id: "keys-off" });
  const label = h("label", { for: "keys-off" });
  const close = h("button", { type: "button", class: "tool" });
  const element = h("dialog", { class: "help", id: "help-dialog" }, title, list, h("p", {}, box, label), close);
  box.addEventListener("change", () => store(box.checked));
  close.addEventListener("click", () => element.close());
  return {
    element,
    open() {
      text(title, t("keys.title"));
      list.replaceChildren(...KEYS.flatMap((key) =>
        [h("dt", {}, h("kbd", {}, key)), h("dd", {}, t(`keys.${key}`))]));
      text(label, t("keys.off"));
      text(close, t("notice.close"));
      box.checked = isOff();
      element.showModal();
    },
  };
}

function isOff() {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
}

function store(off) {
  try {
    localStorage.setItem(OFF, off ? "1" : "0");
  } catch {
    // A browser that stores nothing keeps the letters.
  }
}

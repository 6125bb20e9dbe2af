// A supervisor's look at the values of one session: for a reason, for a while, in this window's
// memory only. Nothing of it is exported, printed, stored or shared with other windows.

import { h, show, text } from "./dom.js";
import { clock } from "./format.js";
import { t } from "./text.js";

// As the server has it.
const REASON = { least: 4, most: 200 };

const SUPERVISING = new Set(["supervisor", "admin"]);

const CLOSED = { phase: "closed" };

// `redraw()` when something has changed that no message tells.
export function values(redraw) {
  let look = CLOSED;
  let seen = new Map();
  let version = 0;

  const ask = h("button", { type: "button", class: "tool", id: "show-values" });
  const left = h("span", { role: "timer" });
  const told = h("span");
  const hide = h("button", { type: "button", class: "tool", id: "hide-values" });
  const open = h("p", { class: "values-open", id: "values-open" }, told, left, hide);
  const lost = h("p", { class: "values-lost", role: "status" });
  const element = h("div", { class: "values" }, ask, open, lost);

  const title = h("h2", { id: "values-title" });
  const why = h("p");
  const label = h("label", { for: "values-reason" });
  const reason = h("input", {
    id: "values-reason", type: "text", autocomplete: "off", required: "",
    minlength: String(REASON.least), maxlength: String(REASON.most),
  });
  const wrong = h("p", { class: "values-wrong", role: "alert" });
  const cancel = h("button", { type: "button", class: "tool" });
  const go = h("button", { type: "submit", class: "tool", id: "values-go" });
  const form = h("form", { method: "dialog" }, label, reason, wrong, h("p", { class: "values-acts" }, cancel, go));
  const dialog = h("dialog", { class: "help", id: "values-dialog", "aria-labelledby": "values-title" }, title, why, form);

  // Whoever has a token of another role is not offered what they may not; who has none can log in.
  let mayAsk = true;
  fetch("/me").then((answer) => answer.ok ? answer.json() : {}).then(({ role, token }) => {
    mayAsk = !token || SUPERVISING.has(role);
    redraw();
  }).catch(() => {});

  let session = null;
  ask.addEventListener("click", () => {
    reason.value = "";
    text(wrong, "");
    dialog.showModal();
  });
  cancel.addEventListener("click", () => dialog.close());
  hide.addEventListener("click", () => {
    end("");
    show(open, false);
    show(ask, true);
    ask.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    request(session, reason.value.trim());
  });
  addEventListener("beforeprint", () => end(""));
  addEventListener("pagehide", () => end(""));

  async function request(id, words) {
    if (words.length < REASON.least) {
      text(wrong, t("values.error.reason"));
      return;
    }
    go.disabled = true;
    try {
      const answer = await fetch(`/face/sessions/${encodeURIComponent(id)}/unmask`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ reason: words }),
      });
      if (!answer.ok) {
        text(wrong, t(ERRORS[answer.status] ?? "values.error.other"));
        return;
      }
      const { grant, valid_ms: lasts } = await answer.json();
      dialog.close();
      if (id === session) {
        begin(id, grant, Date.now() + lasts);
      }
    } catch {
      text(wrong, t("values.error.link"));
    } finally {
      go.disabled = false;
    }
  }

  function begin(id, grant, until) {
    end("");
    const source = new EventSource(`/face/stream/${encodeURIComponent(id)}?grant=${encodeURIComponent(grant)}`);
    look = { phase: "open", id, until, source };
    const heard = (envelopes) => {
      for (const { type, data } of envelopes) {
        if (type === "extraction_field" || type === "field_edited") {
          seen.set(key(data), data.value);
        }
      }
      changed();
    };
    source.addEventListener("stream_open", ({ data }) => JSON.parse(data).view === "full" || end("values.over"));
    source.addEventListener("snapshot", ({ data }) => {
      seen = new Map();
      heard(JSON.parse(data).events);
    });
    for (const type of ["extraction_field", "field_edited"]) {
      source.addEventListener(type, ({ data }) => heard([JSON.parse(data)]));
    }
    source.addEventListener("session_ended", () => end("values.ended"));
    source.addEventListener("error", () => source.readyState === EventSource.CLOSED && end("values.over"));
    changed();
  }

  // Whatever was seen is forgotten; `words`: why, if it was not asked for.
  function end(words) {
    text(lost, words && t(words));
    if (look === CLOSED) {
      return;
    }
    look.source.close();
    look = CLOSED;
    seen = new Map();
    changed();
  }

  function changed() {
    version += 1;
    redraw();
  }

  return {
    element,
    dialog,
    // Changes whenever something else is to be seen.
    version: () => version,
    isOpen: () => look !== CLOSED,
    of: (field) => seen.get(key(field)),
    // Another session, or none, is looked at.
    leave() {
      session = null;
      dialog.close();
      end("");
    },
    // `live`: whether the session is in progress, as far as is known.
    update(id, live, now) {
      if (id !== session) {
        this.leave();
        session = id;
      }
      if (look !== CLOSED && now >= look.until) {
        end("values.over");
      }
      const isOpen = look !== CLOSED;
      show(ask, !isOpen && live && mayAsk);
      show(open, isOpen);
      show(lost, !isOpen && lost.textContent !== "");
      show(element, isOpen || (live && mayAsk) || lost.textContent !== "");
      text(ask, t("values.ask"));
      text(told, t("values.told"));
      text(left, isOpen ? clock(Math.max(0, look.until - now)) : "");
      text(hide, t("values.hide"));
      text(title, t("values.title"));
      text(why, t("values.why"));
      text(label, t("values.reason"));
      text(cancel, t("values.cancel"));
      text(go, t("values.go"));
    },
  };
}

const ERRORS = {
  400: "values.error.reason",
  401: "values.error.role",
  403: "values.error.role",
  404: "values.error.ended",
  409: "values.error.ended",
};

const key = ({ side, field }) => `${side} ${field}`;

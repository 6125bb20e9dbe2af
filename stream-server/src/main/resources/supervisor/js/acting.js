// What a supervisor does about one session: claim, message, another picture, approval. The station
// decides, and what it decides stands in the timeline; here stands what the server answered.

import { attribute, h, show, text } from "./dom.js";
import { me as whoever } from "./me.js";
import { APPROVAL_WANTED } from "./session.js";
import { t, word } from "./text.js";

// As the server has it.
const TEXT = { least: 4, most: 200 };

const SIDES = ["front", "back", "face"];

// `redraw()` when it is known who looks at the page.
export function acting(redraw) {
  let me = { acts: false, name: "" };
  let session = null;
  let wanted = "";
  whoever().then((answer) => {
    me = { ...me, ...answer };
    redraw();
  });

  const button = (name, press) => {
    const element = h("button", { type: "button", class: "tool", id: `act-${name}` });
    element.addEventListener("click", press);
    return element;
  };
  const claim = button("claim", () => {
    const { claim: held, id } = session;
    if (!held) {
      send(id, "claim", "");
    } else if (held.name === me.name) {
      send(id, "release", "");
    } else {
      open("release");
    }
  });
  const others = ["message", "retake", "approve", "decline"].map((name) => button(name, () => open(name)));
  const answered = h("p", { class: "acting-answer", role: "status" });
  const element = h("div", { class: "acting", role: "group" }, claim, ...others, answered);

  const title = h("h2", { id: "acting-title" });
  const why = h("p");
  const sideLabel = h("label", { for: "acting-side" });
  const side = h("select", { id: "acting-side" }, ...SIDES.map((value) => h("option", { value })));
  const sides = h("p", { class: "acting-sides" }, sideLabel, side);
  const label = h("label", { for: "acting-text" });
  const words = h("input", {
    id: "acting-text", type: "text", autocomplete: "off", maxlength: String(TEXT.most),
  });
  const wrong = h("p", { class: "acting-wrong", role: "alert" });
  const cancel = h("button", { type: "button", class: "tool" });
  const go = h("button", { type: "submit", class: "tool", id: "acting-go" });
  const form = h("form", { method: "dialog" }, sides, label, words, wrong,
    h("p", { class: "values-acts" }, cancel, go));
  const dialog = h("dialog", { class: "help", id: "acting-dialog", "aria-labelledby": "acting-title" },
    title, why, form);
  cancel.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = words.value.trim();
    if (said.length < TEXT.least) {
      text(wrong, t("acting.error.text"));
    } else {
      send(session.id, wanted === "retake" ? `retake_${side.value}` : wanted, said);
    }
  });

  function open(name) {
    wanted = name;
    words.value = "";
    text(wrong, "");
    speak();
    dialog.showModal();
    (name === "retake" ? side : words).focus();
  }

  async function send(id, action, said) {
    go.disabled = true;
    text(answered, "");
    try {
      const answer = await fetch(`/face/sessions/${encodeURIComponent(id)}/actions`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(said ? { action, text: said } : { action }),
      });
      tell(answer.ok ? "" : refusal(answer.status, (await answer.json()).code));
    } catch {
      tell(t("acting.error.link"));
    } finally {
      go.disabled = false;
    }
  }

  // Where whoever pressed is looking.
  function tell(fault) {
    if (fault && dialog.open) {
      text(wrong, fault);
    } else {
      dialog.close();
      text(answered, fault || t("acting.done"));
    }
  }

  function speak() {
    text(title, wanted ? t(`acting.${wanted}`) : "");
    text(why, t("acting.why"));
    show(sides, wanted === "retake");
    text(sideLabel, t("acting.side"));
    [...side.options].forEach((option) => text(option, word("side", option.value)));
    text(label, t(wanted === "message" ? "acting.text.message" : "acting.text"));
    text(cancel, t("acting.cancel"));
    text(go, t("acting.go"));
  }

  return {
    element,
    dialog,
    // Another session, or none, is looked at.
    leave() {
      session = null;
      dialog.close();
      text(answered, "");
    },
    update(next) {
      if (next?.id !== session?.id) {
        this.leave();
      }
      session = next;
      const can = Boolean(next) && !next.outcome && me.acts === true;
      show(element, can);
      if (!can) {
        dialog.close();
        return;
      }
      attribute(element, "aria-label", t("acting.title"));
      text(claim, t(next.claim ? "acting.release" : "acting.claim"));
      // Those that mean nothing now stay where they are.
      const asked = next.problems.includes(APPROVAL_WANTED);
      others.forEach((each) => {
        const name = each.id.replace("act-", "");
        text(each, t(`acting.${name}`));
        each.disabled = (name === "approve" || name === "decline") && !asked;
      });
      speak();
    },
  };
}

function refusal(status, code) {
  switch (status) {
    case 400:
      return t("acting.error.text");
    case 401:
    case 403:
      return t("acting.error.role");
    case 404:
      return t("acting.error.over");
    case 409:
      return code === "act_at_station" ? t("acting.error.elsewhere")
        : code === "session_over" ? t("acting.error.over")
          : t("acting.error.refused", { why: word("acted", code) });
    case 503:
      return t("acting.error.silent");
    default:
      return t("acting.error.other");
  }
}

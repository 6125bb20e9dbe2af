// Sentences for codes, in the language that is chosen. Numbers follow that language too.

import en from "./en.js";
import fil from "./fil.js";

export const TONGUES = Object.freeze({ en, fil });

let tongue = "en";

export function speak(name) {
  tongue = name in TONGUES ? name : "en";
}

export const spoken = () => tongue;

// The catalogue's sentence with {named} places filled. A test walks every code.
export function t(key, values = {}) {
  const sentence = TONGUES[tongue][key] ?? TONGUES.en[key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

// The word for a code of the wire; one that is newer than this page is shown as it is.
export function word(kind, code) {
  if (code === undefined || code === null || code === "") {
    return "";
  }
  const key = `${kind}.${code}`;
  return key in TONGUES[tongue] ? TONGUES[tongue][key] : String(code).replaceAll("_", " ");
}

// A code like CAM-01 says where to look by its first part.
export function codeText(code) {
  const family = `code.${String(code).split("-")[0]}`;
  return family in TONGUES[tongue] ? `${code} · ${t(family)}` : String(code);
}

export function preferred(languages) {
  const first = languages.find((name) => /^(en|fil|tl)\b/i.test(name)) ?? "en";
  return /^en/i.test(first) ? "en" : "fil";
}

const FACE_STEPS = new Set(["searching", "locked", "countdown", "captured", "confirm"]);

// Where a session is. A face is looked for by the same steps as a document.
export const stepWord = (step, side) =>
  word("step", side === "face" && FACE_STEPS.has(step) ? `face_${step}` : step);

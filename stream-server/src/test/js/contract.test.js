import assert from "node:assert/strict";
import { test } from "node:test";
import { CONTROL, LASTING, PASSING, TYPES, WORDS, beatOf, isLasting }
  from "../../main/resources/supervisor/js/contract.js";
import en from "../../main/resources/supervisor/js/en.js";
import fil from "../../main/resources/supervisor/js/fil.js";
import { codeText, preferred, speak, t, word } from "../../main/resources/supervisor/js/text.js";
import { sentence } from "../../main/resources/supervisor/js/timeline.js";
import { golden, types, written } from "./golden.js";

test("the page listens to exactly the types of the contract", () => {
  assert.deepEqual([...TYPES].sort(), types);
});

test("no type is one that EventSource or the stream uses itself", () => {
  const reserved = new Set(["open", "message", "error", ...CONTROL]);
  assert.deepEqual(TYPES.filter((type) => reserved.has(type)), []);
});

test("passing types are those of which the newest is enough", () => {
  assert.deepEqual(PASSING.filter(isLasting), []);
  assert.ok(LASTING.every(isLasting));
  assert.ok(isLasting("a_type_of_tomorrow"));
});

test("both languages are complete", () => {
  assert.deepEqual(Object.keys(fil).sort(), Object.keys(en).sort());
  for (const key of Object.keys(en)) {
    assert.ok(en[key].trim() && fil[key].trim(), key);
    assert.deepEqual(places(fil[key]), places(en[key]), key);
  }
});

const places = (sentence_) => (sentence_.match(/\{\w+\}/g) ?? []).sort();

test("every word of the contract has its text in both languages", () => {
  for (const [kind, codes] of Object.entries(WORDS)) {
    for (const code of codes.filter(() => kind !== "unit")) {
      assert.ok(`${kind}.${code}` in en, `${kind}.${code}`);
    }
  }
});

test("a word of tomorrow is shown as it is", () => {
  assert.equal(word("step", "iris_searching"), "iris searching");
  assert.equal(codeText("XYZ-09"), "XYZ-09");
  assert.equal(codeText("CAM-01"), "CAM-01 · camera");
});

test("each lasting event of a session is a sentence without holes in both languages", () => {
  for (const tongue of ["en", "fil"]) {
    speak(tongue);
    for (const type of LASTING.filter((name) => golden(name).session)) {
      const line = sentence(golden(type));
      assert.ok(line.length > 3 && !/\{|undefined|NaN/.test(line), `${tongue} ${type}: ${line}`);
    }
  }
  speak("en");
});

test("a place in a sentence is filled with text, whatever the text", () => {
  assert.equal(t("need.said", { station: "$& {what}", what: "x" }), "$& {what} needs help: x");
});

test("Filipino is chosen for fil and tl, English for the rest", () => {
  assert.equal(preferred(["fil-PH", "en"]), "fil");
  assert.equal(preferred(["tl"]), "fil");
  assert.equal(preferred(["de-DE", "en-US"]), "en");
  assert.equal(preferred([]), "en");
});

test("the beat is what the stream says, or four comments", () => {
  assert.equal(beatOf({ heartbeat_ms: 15_000 }), 60_000);
  assert.equal(beatOf({ heartbeat_ms: 15_000, beat_ms: 5_000 }), 5_000);
  assert.equal(beatOf({}), 60_000);
});

// One enum of the written contract, from its text: node has no YAML reader of its own.
function described(schema) {
  const block = new RegExp(`^    ${schema}:(.*(?:\\n      .*)*)`, "m").exec(written)[1];
  const list = /enum:\s*(\[[^\]]*\]|(?:\n\s+- \w+)+)/.exec(block)[1];
  return list.match(/\w+/g).sort();
}

test("the page's words are those of the written contract", () => {
  const schemas = { side: "Side", step: "Step", instruction: "Instruction", gate: "Gate",
    unit: "Unit", reason: "CancelReason", outcome: "Outcome" };
  for (const [kind, schema] of Object.entries(schemas)) {
    assert.deepEqual([...WORDS[kind]].sort(), described(schema), kind);
  }
});

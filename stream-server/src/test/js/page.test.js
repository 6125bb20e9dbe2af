import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../main/resources/supervisor/", import.meta.url));
const read = (name) => readFileSync(folder + name, "utf8");

function imported(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    [...read(`js/${name}`).matchAll(/from "\.\/([\w.]+)"/g)].forEach(([, other]) => imported(other, found));
  }
  return found;
}

test("all modules of the page are asked for at once, and no other", () => {
  const preloaded = [...read("index.html").matchAll(/modulepreload" href="js\/([\w.]+)"/g)].map(([, name]) => name);
  assert.deepEqual(["main.js", ...preloaded].sort(), [...imported("main.js")].sort());
});

test("no file of the page is longer than a reader's patience", () => {
  for (const name of imported("main.js")) {
    assert.ok(read(`js/${name}`).split("\n").length <= 300, name);
  }
});

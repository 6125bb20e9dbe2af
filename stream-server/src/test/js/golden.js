// The golden examples of the contract.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../../contract/events/", import.meta.url));

export const types = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.replace(".json", ""))
  .sort();

export const golden = (type) => JSON.parse(readFileSync(`${folder}${type}.json`, "utf8"));

// A golden example at another place of its session.
export const at = (type, seq, prev, change = {}) => {
  const { data, ...envelope } = golden(type);
  const { elapsed_ms = envelope.elapsed_ms, session = envelope.session, ...values } = change;
  return { ...envelope, session, seq, prev, elapsed_ms, data: { ...data, ...values } };
};

export const written = readFileSync(
  fileURLToPath(new URL("../../../../contract/asyncapi.yaml", import.meta.url)), "utf8");

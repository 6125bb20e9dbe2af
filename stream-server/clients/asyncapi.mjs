// node asyncapi.mjs FILE: what the official parser says about it; exit code 1 for an error
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const ERROR = 0;
const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
for (const { severity, code, path, message } of diagnostics) {
  console.log(severity === ERROR ? "error" : "remark", code, path.join("."), message);
}
console.log("messages", document?.allMessages().length ?? 0);
process.exitCode = document && diagnostics.every(({ severity }) => severity > ERROR) ? 0 : 1;

// node fetch.mjs http://127.0.0.1:7070/stations/stream
import { setTimeout } from "node:timers/promises";
import { fetch } from "undici"; // or that of node, or of a browser

let last = "";

async function follow(url) {
  const { body } = await fetch(url, { headers: last ? { "Last-Event-ID": last } : {} });
  let text = "";
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + piece).split("\n\n");
    text = blocks.pop(); // not whole yet; after a cut it comes again
    blocks.forEach(tell);
  }
}

function tell(block) {
  const { id, event, data } =
    Object.fromEntries(block.split("\n").map((line) => line.split(/: (.*)/s)));
  console.log(event, data);
  last = id || last;
}

for (;;) {
  await follow(process.argv[2]).catch((error) => console.error("not live:", error.message));
  await setTimeout(500 + 500 * Math.random());
}

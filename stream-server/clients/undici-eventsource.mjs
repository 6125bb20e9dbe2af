// node undici-eventsource.mjs http://127.0.0.1:7070/stations/stream
import { EventSource } from "undici";

const source = new EventSource(process.argv[2]);
for (const type of ["state_change", "quality_update"]) {
  source.addEventListener(type, ({ data }) => console.log(type, data));
}
source.addEventListener("error", () => console.error("not live"));
setInterval(() => {}, 60_000); // between two connections nothing else keeps node from ending

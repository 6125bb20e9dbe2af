// node eventsource-client.mjs http://127.0.0.1:7070/stations/stream
import { createEventSource } from "eventsource-client";

createEventSource({
  url: process.argv[2],
  onMessage: ({ event, data }) => console.log(event, data),
  onDisconnect: () => console.error("not live"),
});

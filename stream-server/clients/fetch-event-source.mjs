// node fetch-event-source.mjs http://127.0.0.1:7070/stations/stream
import { fetchEventSource } from "@microsoft/fetch-event-source";

globalThis.window ??= globalThis; // for node only: the library is made for browsers

let last; // of the last event that is whole: the library's own is ahead of it after a cut
fetchEventSource(process.argv[2], {
  openWhenHidden: true,
  fetch: (url, { headers, ...options }) =>
    fetch(url, { ...options, headers: { accept: headers.accept, ...(last && { "last-event-id": last }) } }),
  onmessage({ id, event, data }) {
    last = id || last;
    console.log(event, data);
  },
  onclose() {
    throw new Error("closed"); // else it does not come back
  },
});

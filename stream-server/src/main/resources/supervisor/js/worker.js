// Hears the stream beside the page's own thread and hands it what is new, a batch at a time: the
// next one when the page has drawn the last. A page that is slow gets fewer passing events.

import { Queue } from "./queue.js";
import { Share } from "./share.js";

const waiting = new Queue();
let drawing = false;
let due = false;

const share = new Share("/stations/stream?pace=sparse", (message) => {
  waiting.add(message);
  soon();
});

addEventListener("message", ({ data }) => {
  if (data === "look") {
    share.look();
  } else {
    drawing = false;
    soon();
  }
});

// What arrives together is told together.
function soon() {
  if (!drawing && !due && waiting.size > 0) {
    due = true;
    setTimeout(() => {
      due = false;
      drawing = true;
      postMessage(waiting.take().map(read));
    }, 2);
  }
}

function read(message) {
  if (message.data === undefined) {
    return message;
  }
  try {
    return { ...message, data: JSON.parse(message.data) };
  } catch {
    return { type: "unreadable", at: message.at };
  }
}

share.start();

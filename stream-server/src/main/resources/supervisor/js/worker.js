// Hears the stream beside the page's own thread and hands it what is new, a batch at a time: the
// next one when the page has drawn the last. A page that is slow gets fewer passing events. What
// lasts does not wait for a drawing, unless two batches are on their way already.

import { Queue } from "./queue.js";
import { Share } from "./share.js";

const FLYING = 2;

const waiting = new Queue();
let flying = 0;
let due = false;

const share = new Share("/stations/stream?pace=sparse", (message) => {
  waiting.add(message);
  soon();
});

addEventListener("message", ({ data }) => {
  if (data === "look") {
    share.look();
  } else {
    flying -= data.drawn;
    soon();
  }
});

// What arrives together is told together.
function soon() {
  const free = flying === 0 || (waiting.urgent && flying < FLYING);
  if (free && !due && waiting.size > 0) {
    due = true;
    setTimeout(() => {
      due = false;
      flying++;
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

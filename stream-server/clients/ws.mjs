// node ws.mjs ws://127.0.0.1:7070/stations/socket
import WebSocket from "ws";

const url = new URL(process.argv[2]);

function follow() {
  const socket = new WebSocket(url);
  socket.on("message", (text) => {
    const { id, event, data } = JSON.parse(text);
    console.log(event, JSON.stringify(data));
    if (id) {
      url.searchParams.set("last_event_id", id);
    }
  });
  socket.on("error", ({ message }) => console.error("not live:", message));
  socket.on("close", () => setTimeout(follow, 500 + 500 * Math.random()));
}

follow();

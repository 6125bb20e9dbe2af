// In a page of the same origin: follow("/stations/stream", ["state_change"], console.log)
function follow(url, types, tell) {
  const address = new URL(url, location);

  function open() {
    const source = new EventSource(address);
    for (const type of types) {
      source.addEventListener(type, ({ data, lastEventId }) => {
        address.searchParams.set("last_event_id", lastEventId);
        tell(type, data);
      });
    }
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, 500 + 500 * Math.random()); // the browser has given up
      }
    });
  }

  open();
}

// On a screen that nobody scrolls, all tiles fit: the letters shrink until they do, to a point.

const SMALLEST = 0.62;
const TRIES = 5;

export function fitting() {
  let fitted = "";
  return (on, tiles) => {
    const root = document.documentElement;
    const key = on ? `${innerWidth} ${innerHeight} ${tiles}` : "";
    if (key === fitted) {
      return;
    }
    fitted = key;
    root.style.removeProperty("--tv");
    let size = 1;
    for (let n = 0; on && n < TRIES && root.scrollHeight > innerHeight && size > SMALLEST; n++) {
      size = Math.max(SMALLEST, size * Math.sqrt(innerHeight / root.scrollHeight) * 0.98);
      root.style.setProperty("--tv", size.toFixed(3));
    }
  };
}

// The few things the views do with the document. Values reach the page as text nodes only.

const SVG = "http://www.w3.org/2000/svg";

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children);
  return element;
}

// As `h`, for a part of a drawing.
export function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

// Writes only what differs: an unchanged text neither costs layout nor is read out again.
export function text(element, value) {
  const wanted = String(value);
  if (element.textContent !== wanted) {
    element.textContent = wanted;
  }
  return element;
}

export function attribute(element, name, value) {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, value);
  }
}

export function show(element, shown) {
  if (element.hidden === shown) {
    element.hidden = !shown;
  }
}

// Makes the children of `parent` those of `items`, in their order, and keeps the element of each
// key, so that focus, selection and scroll stay where they are.
export function keyed(parent, items, key, create, update) {
  const had = (parent.tanawRows ??= new Map());
  const rows = new Map();
  let place = parent.firstChild;
  for (const item of items) {
    const name = key(item);
    const row = had.get(name) ?? create(item);
    rows.set(name, row);
    update(row, item);
    if (row.element === place) {
      place = place.nextSibling;
    } else {
      parent.insertBefore(row.element, place);
    }
  }
  had.forEach((row, name) => rows.has(name) || row.element.remove());
  parent.tanawRows = rows;
}

// Calls `write` only with another value than the last time.
export function memo(write) {
  let last;
  return (value) => {
    if (value !== last) {
      last = value;
      write(value);
    }
  };
}

// The text of an element that nobody else writes.
export const line = (element) => memo((value) => (element.textContent = value));

export const flag = (element, name) => memo((value) =>
  value === null ? element.removeAttribute(name) : element.setAttribute(name, value));

const ICONS = {
  check: "M3 8.5l3.2 3.2L13 5",
  alert: "M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.4v.3",
  cross: "M4 4l8 8M12 4l-8 8",
  dot: "M8 5.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
  circle: "M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3z",
  dash: "M4 8h8",
  camera: "M2 5h3l1-1.5h4L11 5h3v8H2zM8 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  link: "M2 8a8.5 8.5 0 0 1 12 0M4.2 10.2a5.4 5.4 0 0 1 7.6 0M8 13v.2",
  back: "M10 3L5 8l5 5",
  pulse: "M1.5 8.5h3l1.8-4.5 3 8.5 1.8-4h3.4",
  play: "M5 3l8 5-8 5z",
  pause: "M5 3v10M11 3v10",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4L14 14",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export function setIcon(svg, name) {
  const path = svg.firstChild;
  if (path.getAttribute("d") !== ICONS[name]) {
    path.setAttribute("d", ICONS[name]);
  }
}

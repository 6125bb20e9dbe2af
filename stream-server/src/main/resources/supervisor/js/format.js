// Numbers and times as people read them.

import { spoken, t } from "./text.js";

export function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const rest = String(seconds % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

// "12 s", "3 min", "2 h": whole units, enough for an age.
export function age(ms) {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 1) {
    return "< 1 s";
  }
  if (seconds < 90) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
}

export const duration = (ms) => (ms < 1000 ? `${ms} ms` : `${number(ms / 1000, 1)} s`);

export function number(value, digits) {
  return new Intl.NumberFormat(spoken(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

export const percent = (share) => `${Math.round(share * 100)}\u00a0%`;

const UNITS = {
  share: { digits: 1, factor: 100, sign: "%" },
  dpi: { digits: 0, factor: 1, sign: "dpi" },
  degrees: { digits: 1, factor: 1, sign: "°" },
  iou: { digits: 3, factor: 1, sign: "IoU" },
  ratio: { digits: 2, factor: 1, sign: "" },
  correlation: { digits: 2, factor: 1, sign: "r" },
  px: { digits: 0, factor: 1, sign: "px" },
  bits: { digits: 1, factor: 1, sign: "bit" },
};

const unitOf = (unit) => UNITS[unit] ?? { digits: 2, factor: 1, sign: unit };

// A measured value without its unit; what could not be measured says so.
export function value(measured, unit) {
  if (measured === null || measured === undefined) {
    return t("gate.unmeasured");
  }
  const { digits, factor } = unitOf(unit);
  return new Intl.NumberFormat(spoken(), { maximumFractionDigits: digits }).format(measured * factor);
}

export function measured(reading, unit) {
  const known = reading !== null && reading !== undefined;
  return `${value(reading, unit)}\u00a0${known ? unitOf(unit).sign : ""}`.trim();
}

export const time = (iso) => {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime())
    ? ""
    : moment.toLocaleTimeString(spoken() === "fil" ? "fil-PH" : "en-GB", { hour12: false });
};

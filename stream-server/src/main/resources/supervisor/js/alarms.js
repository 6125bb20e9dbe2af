// What needs help long enough to be an alarm. Pure: (alarms, rows, now) in, new alarms out. A need
// is told after it has stood for a while, and taken back after it has been gone for a while, so
// that nothing flickers.

export const WAIT_MS = 10_000;
export const RECOVER_MS = 30_000;

// `alarms`: row key → {code, detail, since, session, clearedAt}; `clearedAt` is 0 while it stands.
export function watch(alarms, rows, now) {
  const next = new Map();
  for (const row of rows) {
    const alarm = one(alarms.get(row.key), row, now);
    if (alarm) {
      next.set(row.key, alarm);
    }
  }
  return next;
}

function one(known, { need, session }, now) {
  const id = session && !session.outcome ? session.id : "";
  const alarm = known && (known.session === id || known.code === "camera_lost") ? known : undefined;
  if (need) {
    const since = alarm ? Math.min(alarm.since, need.since) : need.since;
    return now - since >= WAIT_MS || alarm
      ? { code: need.code, detail: need.detail, since, session: id, clearedAt: 0 }
      : undefined;
  }
  if (!alarm) {
    return undefined;
  }
  const clearedAt = alarm.clearedAt || now;
  return now - clearedAt < RECOVER_MS ? { ...alarm, clearedAt } : undefined;
}

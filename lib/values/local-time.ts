const MS_PER_QUARTER = 900_000;

/** The instant (ms) of a wall-clock reading in a zone; `wallMs` is the reading as if it were UTC. */
export type LocalToInstant = (wallMs: number) => number;

/**
 * Local time to instants in one zone. A reading that occurs twice (clock put back) is the first of the two;
 * one that never occurs (clock put forward) is as much later as the clock was moved.
 */
export function localToInstant(timeZone: string): LocalToInstant {
  const offsetAt = offsetLookup(timeZone);
  return (wallMs) => {
    const before = offsetAt(wallMs - 86_400_000);
    const after = offsetAt(wallMs + 86_400_000);
    if (before === after) return wallMs - before;
    // A change is near: the earlier instant that shows this reading, or the offset from before a gap.
    const candidates = [wallMs - Math.max(before, after), wallMs - Math.min(before, after)];
    return candidates.find((instant) => instant + offsetAt(instant) === wallMs) ?? wallMs - before;
  };
}

/** Offsets hold for a quarter of an hour at least; each is asked of Intl once, since asking takes microseconds. */
function offsetLookup(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / MS_PER_QUARTER);
    const cached = known.get(quarter);
    if (cached !== undefined) return cached;
    const at = quarter * MS_PER_QUARTER;
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at;
    if (known.size > 200_000) known.clear();
    known.set(quarter, offset);
    return offset;
  };
}

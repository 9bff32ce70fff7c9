import { between, type Random, weighted } from './random';

const DAY_MS = 86_400_000;
/** China has had one zone and no summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The last day of the demo data, and its end as an instant: what "as of" is for it. */
export const DEMO_LAST_DAY = dayOf('2026-11-22');
export const DEMO_AS_OF = new Date((DEMO_LAST_DAY + 1) * DAY_MS - SHANGHAI_OFFSET_MS - 1);
/** Events go back two years. */
export const DEMO_FIRST_DAY = dayOf('2024-11-22');

/** Days since 1970-01-01 of a local date. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The instant of a local day in Shanghai and a time within it (milliseconds after midnight). */
export function instant(day: number, timeOfDay = 0): Date {
  return new Date(day * DAY_MS + timeOfDay - SHANGHAI_OFFSET_MS);
}

/** How busy the shops are: weekends, new year's shopping, 3.8, 5.20, 618, 双11, 双12. An ordinary weekday is 1. */
function busyness(day: number): number {
  const date = new Date(day * DAY_MS);
  const monthDay = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  const weekend = date.getUTCDay() % 6 === 0 ? 1.3 : 1;
  return weekend * (seasons.find(({ from, to }) => monthDay >= from && monthDay <= to)?.times ?? 1);
}

/** The first that fits counts; month × 100 + day. */
const seasons: readonly { from: number; to: number; times: number }[] = [
  { from: 1111, to: 1111, times: 7 },
  { from: 1020, to: 1110, times: 2 },
  { from: 618, to: 618, times: 5 },
  { from: 526, to: 617, times: 1.8 },
  { from: 1212, to: 1212, times: 2.5 },
  { from: 110, to: 131, times: 1.7 },
  { from: 306, to: 308, times: 2.2 },
  { from: 520, to: 520, times: 2.4 },
];

/** `total[i]`: busyness of all days before day `DEMO_FIRST_DAY + i`. */
const total: readonly number[] = accumulate();

function accumulate(): number[] {
  const sums = [0];
  for (let day = DEMO_FIRST_DAY; day <= DEMO_LAST_DAY; day += 1)
    sums.push((sums.at(-1) ?? 0) + busyness(day));
  return sums;
}

/** How many ordinary days' worth of shopping lies between two days, both included. */
export function busyDays(from: number, to: number): number {
  return to < from ? 0 : before(to + 1) - before(from);
}

/** A day between two others, both included; busy ones more often. */
export function pickDay(random: Random, from: number, to: number): number {
  const wanted = before(from) + random() * busyDays(from, to);
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (before(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

function before(day: number): number {
  return total[Math.min(Math.max(day - DEMO_FIRST_DAY, 0), total.length - 1)] ?? 0;
}

const hours: readonly (readonly [number, number])[] = [
  [8, 2],
  [9, 4],
  [10, 6],
  [11, 7],
  [12, 9],
  [13, 7],
  [14, 5],
  [15, 5],
  [16, 5],
  [17, 6],
  [18, 7],
  [19, 9],
  [20, 12],
  [21, 12],
  [22, 8],
  [23, 3],
];

/** Milliseconds after local midnight, as people shop. */
export function pickTime(random: Random): number {
  return weighted(random, hours) * 3_600_000 + between(random, 0, 3_599) * 1_000;
}

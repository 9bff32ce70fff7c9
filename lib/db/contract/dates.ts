import { type Check, ids, share } from './check';

/** The first and last instants that the product stores, and some that parts of systems get wrong. */
const edges = [
  '0001-01-01T00:00:00.000Z',
  '0001-12-31T23:59:59.999Z',
  '1899-12-31T23:59:59.999Z',
  '1900-01-01T00:00:00.000Z',
  '1900-02-28T12:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '2000-02-29T00:00:00.000Z',
  '2026-03-29T00:59:59.999Z',
  '2026-03-29T01:00:00.000Z',
  '2026-10-25T00:30:00.000Z',
  '2026-10-25T01:30:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-11-01T06:30:00.000Z',
  '2038-01-19T03:14:08.000Z',
  '9999-12-31T23:59:59.999Z',
].map((text) => new Date(text));

export const datesKept: Check = {
  name: 'dates-kept',
  claim: 'Instants from year 1 to 9999 come back to the millisecond, and are found and ordered by it.',
  instead: null,
  async run({ one }) {
    const [group = ''] = ids(1);
    await one.insertMany(edges.map((at, i) => ({ _id: `${group}-${i}`, group, at })));
    const sorted = await one.find({ group }).sort({ at: 1 }).toArray();
    const wrong = edges.filter((at, i) => {
      const stored = sorted[i]?.at;
      return !(stored instanceof Date) || stored.getTime() !== at.getTime();
    });
    if (wrong.length > 0) return share(wrong.length, edges.length, 'came back as another instant');
    let lost = 0;
    for (const [i, at] of edges.entries()) {
      const next = new Date(at.getTime() + 1);
      const found = await one.find({ group, at: { $gte: at, $lt: next } }).toArray();
      const before = await one.countDocuments({ group, at: { $lt: at } });
      if (found.length !== 1 || before !== i) lost += 1;
    }
    return share(lost, edges.length, 'were not found by their millisecond');
  },
};

const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York'] as const;

export const daysCounted: Check = {
  name: 'days-counted',
  claim:
    'Calendar days from 1970 on are told apart by `$dateDiff` in any time zone, also where clocks change.',
  instead: null,
  async run({ one }) {
    const [group = ''] = ids(1);
    const modern = edges.filter((at) => at.getTime() >= 0);
    await one.insertMany(modern.map((at, i) => ({ _id: `${group}-${i}`, group, at })));
    let wrong = 0;
    for (const timezone of zones) {
      const days = { $dateDiff: { startDate: new Date(0), endDate: '$at', unit: 'day', timezone } };
      const found = await one.aggregate([{ $match: { group } }, { $project: { at: 1, days } }]).toArray();
      for (const { at, days: told } of found) {
        const right = dayOf(new Date(at), timezone) - dayOf(new Date(0), timezone);
        if (Number(told) !== right) wrong += 1;
      }
    }
    return share(wrong, zones.length * modern.length, 'days were counted wrong');
  },
};

/** The number of a calendar day. */
function dayOf(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
    .formatToParts(at)
    .map(({ type, value }) => [type, Number(value)]);
  const { year, month, day } = Object.fromEntries(parts);
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export const daysTruncated: Check = {
  name: 'days-truncated',
  claim: '`$dateTrunc` gives the midnight of any day.',
  instead: 'days are counted by `$dateDiff`, and bounds are worked out before they are asked for',
  async run({ one }) {
    const [group = ''] = ids(1);
    const year = 366;
    const first = Date.UTC(2026, 0, 1, 12);
    await one.insertMany(
      Array.from({ length: year }, (_, i) => ({
        _id: `${group}-${i}`,
        group,
        at: new Date(first + i * 86_400_000),
      })),
    );
    const day = { $dateTrunc: { date: '$at', unit: 'day', timezone: 'Europe/Berlin' } };
    const found = await one.aggregate([{ $match: { group } }, { $project: { at: 1, day } }]).toArray();
    const wrong = found.filter(({ at, day: midnight }) => !isMidnightOf(new Date(at), new Date(midnight)));
    return share(wrong.length, year, 'days began at another time');
  },
};

function isMidnightOf(at: Date, midnight: Date): boolean {
  const timeZone = 'Europe/Berlin';
  const isDay = dayOf(at, timeZone) === dayOf(midnight, timeZone);
  return isDay && dayOf(new Date(midnight.getTime() - 1), timeZone) === dayOf(at, timeZone) - 1;
}

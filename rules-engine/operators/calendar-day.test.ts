import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import { exampleSubject } from '../testing/operator-cases';
import { storedDay, storedDayText } from '../time/calendar-day';
import type { Clock } from '../time/window';
import { addMonths, civilFromDay, dayFromCivil, formatDay, localDay, parseDay } from '../time/zone';
import { findOperator, operatorsFor } from './registry';

/** Zones whose offset before the standard ones was odd (Shanghai: +8:05:43), or far from UTC, or not of whole hours. */
const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/Los_Angeles',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
];
const zone = fc.constantFrom(...zones);
const first = parseDay('1800-01-01') ?? 0;
const last = parseDay('2200-12-31') ?? 0;
const anyDay = fc.integer({ min: first, max: last });
const clock = fc.record({
  asOf: fc.integer({ min: first * 86_400_000, max: last * 86_400_000 }),
  timeZone: zone,
});

/** Whether the operator holds of a member with this day. */
function holds(operator: string, value: unknown, day: number, at: Clock): boolean {
  const subject = exampleSubject('day', at);
  const operand = findOperator(operator)?.bind(value, subject);
  if (!operand?.ok) throw new Error(`${operator} doesn't take ${JSON.stringify(value)}`);
  const stored = new Date(storedDay(formatDay(day)) ?? Number.NaN);
  return evaluate(operand.bound.lower(subject, at), { member: { attrs: { value: stored } }, events: [] });
}

describe('a calendar day', () => {
  test('is the text that it was', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const text = formatDay(day);
        expect(storedDayText(storedDay(text) ?? Number.NaN)).toBe(text);
      }),
    );
  });

  test('is compared with days as texts are, whatever the zone', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2, max: 2 }), anyDay, clock, (day, off, further, at) => {
        const other = day + off;
        const [text, asked] = [formatDay(day), formatDay(other)];
        expect(holds('on', asked, day, at)).toBe(text === asked);
        expect(holds('before', asked, day, at)).toBe(text < asked);
        expect(holds('after', asked, day, at)).toBe(text > asked);
        const [from = '', to = ''] = [asked, formatDay(further)].sort();
        expect(holds('betweenDates', { from, to }, day, at)).toBe(from <= text && text <= to);
      }),
      { numRuns: 500 },
    );
  });

  test('is measured from the day that it is in the workspace', () => {
    const unit = fc.constantFrom('days', 'weeks', 'months', 'years');
    const near = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(clock, near, fc.integer({ min: 0, max: 12 }), unit, (at, off, n, of) => {
        const today = localDay(at.asOf, at.timeZone);
        const day = today + off;
        const later = (sign: number) =>
          of === 'days'
            ? today + sign * n
            : of === 'weeks'
              ? today + sign * 7 * n
              : addMonths(today, sign * n * (of === 'years' ? 12 : 1));
        const value = { n, unit: of };
        expect(holds('withinLast', value, day, at)).toBe(later(-1) <= day && day <= today);
        expect(holds('notWithinLast', value, day, at)).toBe(day < later(-1) || day > today);
        expect(holds('moreThanAgo', value, day, at)).toBe(day < later(-1));
        expect(holds('withinNext', value, day, at)).toBe(today <= day && day <= later(1));
      }),
      { numRuns: 500 },
    );
  });

  test('comes round on its own month and day', () => {
    fc.assert(
      fc.property(clock, anyDay, fc.integer({ min: 0, max: 40 }), (at, day, within) => {
        const today = localDay(at.asOf, at.timeZone);
        const born = civilFromDay(day);
        const { year, month } = civilFromDay(today);
        const rounds = [year, year + 1].map((y) => {
          const leapless =
            born.month === 2 && born.day === 29 && civilFromDay(dayFromCivil({ ...born, year: y })).day === 1;
          return dayFromCivil({ year: y, month: born.month, day: leapless ? 28 : born.day });
        });
        const soon = rounds.some((round) => today <= round && round <= today + within);
        expect(holds('birthdayWithin', within, day, at)).toBe(soon);
        expect(holds('anniversaryMonth', 'asOf', day, at)).toBe(born.month === month);
        expect(holds('anniversaryMonth', born.month, day, at)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('has no hours', () => {
    const subject = exampleSubject('day', { asOf: 0, timeZone: 'UTC' });
    for (const operator of operatorsFor(['day']).filter(({ input }) => input === 'span')) {
      expect(operator.bind({ n: 1, unit: 'days' }, subject)).toMatchObject({ ok: true });
      expect(operator.bind({ n: 24, unit: 'hours' }, subject)).toMatchObject({
        ok: false,
        issues: [{ path: 'unit', message: { zh: expect.stringContaining('没有钟点') } }],
      });
    }
  });
});

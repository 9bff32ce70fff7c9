import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventWindow, parseAsOf, spanEnd, spanStart, units, windowBounds } from './window';
import { formatDay, localDay } from './zone';

const clock = fc.record({
  asOf: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2035, 0, 1) }),
  timeZone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/Sao_Paulo', 'America/New_York', 'Pacific/Apia'),
});
const span = fc.record({ n: fc.integer({ min: 0, max: 400 }), unit: fc.constantFrom(...units) });
const settings = { numRuns: 1_000 };

describe('within the last and the next N units', () => {
  test('reach from the as-of backwards and forwards, and further with more units', () => {
    fc.assert(
      fc.property(span, clock, ({ n, unit }, at) => {
        const start = spanStart({ n, unit }, at);
        const end = spanEnd({ n, unit }, at);
        expect(start).toBeLessThanOrEqual(at.asOf);
        expect(end).toBeGreaterThanOrEqual(at.asOf);
        expect(spanStart({ n: n + 1, unit }, at)).toBeLessThanOrEqual(start);
        expect(spanEnd({ n: n + 1, unit }, at)).toBeGreaterThanOrEqual(end);
      }),
      settings,
    );
  });

  test('N days are local days: an instant is inside exactly when its day is at most N days away', () => {
    const offset = fc.integer({ min: -40 * 86_400_000, max: 40 * 86_400_000 });
    fc.assert(
      fc.property(clock, fc.integer({ min: 0, max: 30 }), offset, (at, n, distance) => {
        const instant = at.asOf + distance;
        const away = localDay(instant, at.timeZone) - localDay(at.asOf, at.timeZone);
        expect(instant >= spanStart({ n, unit: 'days' }, at)).toBe(away >= -n);
        expect(instant <= spanEnd({ n, unit: 'days' }, at)).toBe(away <= n);
      }),
      settings,
    );
  });

  test('a week is seven days, a year twelve months', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 0, max: 60 }), (at, n) => {
        expect(spanStart({ n, unit: 'weeks' }, at)).toBe(spanStart({ n: 7 * n, unit: 'days' }, at));
        expect(spanEnd({ n, unit: 'years' }, at)).toBe(spanEnd({ n: 12 * n, unit: 'months' }, at));
      }),
      settings,
    );
  });
});

describe('the window of an aggregate', () => {
  const date = fc.integer({ min: 5_000, max: 24_000 }).map(formatDay);
  const window = fc.oneof(
    fc.constant({ kind: 'allTime' as const }),
    fc.record({
      kind: fc.constant('last' as const),
      n: fc.integer({ min: 1, max: 400 }),
      unit: fc.constantFrom(...units),
    }),
    fc.record({ kind: fc.constant('between' as const), from: date, to: date }),
  );

  test('ends at the as-of at the latest', () => {
    fc.assert(
      fc.property(window, clock, (parts, at) => {
        expect(windowBounds(eventWindow.parse(parts), at).to).toBeLessThanOrEqual(at.asOf);
      }),
      settings,
    );
  });

  test('between two days holds both of them whole', () => {
    const at = { asOf: Date.UTC(2030, 0, 1), timeZone: 'Asia/Shanghai' };
    expect(windowBounds({ kind: 'between', from: '2024-02-28', to: '2024-02-29' }, at)).toEqual({
      from: Date.parse('2024-02-27T16:00:00.000Z'),
      to: Date.parse('2024-02-29T15:59:59.999Z'),
    });
  });
});

test('an as-of is a local day, meant to its end, or an instant', () => {
  expect(parseAsOf('1998-06-30', 'America/New_York')).toBe(Date.parse('1998-07-01T03:59:59.999Z'));
  expect(parseAsOf('1998-06-30T12:00:00Z', 'Asia/Shanghai')).toBe(Date.parse('1998-06-30T12:00:00Z'));
  for (const text of ['', 'today', '1998-02-30', '1998-06-30Tnoon', '0', '30.6.1998'])
    expect(parseAsOf(text, 'UTC')).toBeNull();
});

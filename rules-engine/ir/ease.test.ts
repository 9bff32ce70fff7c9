import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import { hostileMember } from '../testing/arbitrary-member';
import { arbitraryPredicate } from '../testing/arbitrary-predicate';
import { date, field, number } from './build-expression';
import { all, any, compare, not } from './build-predicate';
import { eased } from './ease';

const asOf = Date.UTC(2026, 5, 30);
const day = 86_400_000;
const points = field('attrs.points', 'number');
const seen = field('attrs.seen', 'date');
const born = field('attrs.born', 'date');
const by = (share: number) => ({
  share,
  clock: { asOf, timeZone: 'America/Los_Angeles' },
  days: new Set(['attrs.born']),
});

test('bounds move so that more members pass', () => {
  expect(eased(compare('gte', points, number(100)), by(0.2))).toBe(compare('gte', points, number(80)));
  expect(eased(compare('lt', points, number(100)), by(0.2))).toBe(compare('lt', points, number(120)));
  expect(eased(not(compare('gte', points, number(100))), by(0.2))).toBe(
    not(compare('gte', points, number(120))),
  );
  expect(eased(compare('gte', points, number(-100)), by(0.5))).toBe(compare('gte', points, number(-150)));
});

test('dates move away from the as-of, or towards it', () => {
  const lately = compare('gte', seen, date(asOf - 30 * day));
  expect(eased(lately, by(0.5))).toBe(compare('gte', seen, date(asOf - 45 * day)));
  const longAgo = compare('lte', seen, date(asOf - 100 * day));
  expect(eased(longAgo, by(0.1))).toBe(compare('lte', seen, date(asOf - 90 * day)));
});

test('calendar days are measured from the day of the as-of, in whole days', () => {
  // In Los Angeles it still is the 29th.
  const today = asOf - day;
  const lately = compare('gte', born, date(today - 30 * day));
  expect(eased(lately, by(0.1))).toBe(compare('gte', born, date(today - 33 * day)));
  const soon = compare('lte', born, date(today + 11 * day - 1));
  expect(eased(soon, by(0.5))).toBe(compare('lte', born, date(today + 16 * day - 1)));
});

test('who passes a rule passes it eased, and eased further', () => {
  fc.assert(
    fc.property(
      fc
        .array(arbitraryPredicate(), { minLength: 1, maxLength: 3 })
        .map((parts) => any([all(parts), parts[0] ?? all([])])),
      fc.array(hostileMember(), { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rule, members, a, b) => {
        const [less, more] = [eased(rule, by(Math.min(a, b))), eased(rule, by(Math.max(a, b)))];
        for (const data of members) {
          if (evaluate(rule, data)) expect(evaluate(less, data)).toBe(true);
          if (evaluate(less, data)) expect(evaluate(more, data)).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});

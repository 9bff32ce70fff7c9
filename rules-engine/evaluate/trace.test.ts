import { expect, test } from 'vitest';
import type { FieldType } from '../catalogue';
import { date, field, number, text } from '../ir/build-expression';
import { all, any, compare, not, oneOf, present } from '../ir/build-predicate';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { traceRow } from './trace';

const orders = field('attrs.orders', 'number');
const joined = field('attrs.joined', 'date');
const city = field('attrs.city', 'text');
const day = 86_400_000;

function trace(
  predicate: Predicate,
  value: Expression | null,
  attrs: Record<string, unknown>,
  type: FieldType | null = null,
) {
  return traceRow({ predicate, value, type }, { member: { attrs }, events: [] });
}

const between = all([compare('gte', orders, number(3)), compare('lte', orders, number(5))]);

test('a row that holds has its value and no gap', () => {
  expect(trace(between, orders, { orders: 4 })).toEqual({ holds: true, actual: 4, gap: null });
});

test('a failed comparison says how far off it is, from either side', () => {
  expect(trace(between, orders, { orders: 1 }).gap).toMatchObject({ by: 2, unit: 'number' });
  expect(trace(between, orders, { orders: 9.5 }).gap).toMatchObject({ by: 4.5, unit: 'number' });
  expect(trace(not(between), orders, { orders: 3 }).gap).toMatchObject({ by: 0, unit: 'number' });
  expect(trace(not(between), orders, { orders: 4.75 }).gap).toMatchObject({ by: 0.25, unit: 'number' });
});

test('dates are off by days', () => {
  const since = compare('gte', joined, date(10 * day));
  expect(trace(since, joined, { joined: new Date(7.5 * day) })).toEqual({
    holds: false,
    actual: 7.5 * day,
    gap: { by: 2.5, unit: 'days', share: 2.5 / 30 },
  });
});

test.each([
  ['gte', 10 * day, 7, 3],
  ['gt', 10 * day - 1, 7, 3],
  ['gt', 10 * day, 10, 1],
  ['lte', 10 * day - 1, 10, 1],
  ['lt', 10 * day, 10, 1],
  ['lt', 10 * day, 12, 3],
  ['eq', 10 * day, 12, 2],
] as const)(
  'a calendar day is off by whole days: %s %i is missed by %i by %i',
  (comparison, bound, at, by) => {
    const test = compare(comparison, joined, date(bound));
    const stored = { joined: new Date(at * day) };
    expect(trace(test, joined, stored, 'day').gap).toEqual({ by, unit: 'days', share: by / 30 });
    expect(
      trace(test, joined, { joined: new Date((at + (comparison.startsWith('g') ? by : -by)) * day) }, 'day'),
    ).toMatchObject({ holds: true });
  },
);

test('a calendar day that is not to pass is off by whole days too', () => {
  const since = compare('gte', joined, date(10 * day));
  expect(trace(not(since), joined, { joined: new Date(10 * day) }, 'day').gap).toMatchObject({ by: 1 });
  expect(trace(not(since), joined, { joined: new Date(12 * day) }, 'day').gap).toMatchObject({ by: 3 });
});

test('of several ways to hold the nearest counts', () => {
  const rule = any([compare('lt', orders, number(2)), compare('gt', orders, number(8))]);
  expect(trace(rule, orders, { orders: 7 }).gap).toMatchObject({ by: 1, unit: 'number' });
  expect(trace(oneOf(orders, [1, 5, 20]), orders, { orders: 7 }).gap).toMatchObject({
    by: 2,
    unit: 'number',
  });
  expect(trace(not(rule), orders, { orders: 10 }).gap).toMatchObject({ by: 2, unit: 'number' });
});

test('nothing is said where no number measures it', () => {
  expect(trace(between, orders, {})).toEqual({ holds: false, actual: null, gap: null });
  expect(trace(between, orders, { orders: '4' })).toEqual({ holds: false, actual: null, gap: null });
  expect(trace(compare('eq', city, text('上海')), city, { city: '杭州' }).gap).toBeNull();
  expect(trace(not(present(orders)), orders, { orders: 4 }).gap).toBeNull();
  expect(trace(not(compare('eq', orders, number(4))), orders, { orders: 4 }).gap).toBeNull();
  // A text is missing besides: no number would mend it.
  expect(trace(all([between, present(city)]), orders, { orders: 1 }).gap).toBeNull();
  // Numbers and days have no common measure.
  const mixed = any([compare('gte', joined, date(day)), compare('gt', orders, number(8))]);
  expect(trace(mixed, null, { joined: new Date(0), orders: 1 })).toEqual({
    holds: false,
    actual: null,
    gap: null,
  });
});

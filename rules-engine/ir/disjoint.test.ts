import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import { field, number, text } from './build-expression';
import { all, any, compare, not, oneOf } from './build-predicate';
import { areDisjoint } from './disjoint';

const age = field('attrs.age', 'number');
const city = field('attrs.city', 'text');
const from = (value: number) => compare('gte', age, number(value));
const grown = from(18);
const inCity = (name: string) => compare('eq', city, text(name));

test('branches, bands and values that exclude each other are disjoint', () => {
  expect(areDisjoint(grown, not(grown))).toBe(true);
  expect(areDisjoint(all([from(60), inCity('sh')]), all([from(18), not(from(60))]))).toBe(true);
  expect(areDisjoint(compare('lt', age, number(18)), grown)).toBe(true);
  expect(areDisjoint(compare('lte', age, number(18)), grown)).toBe(false);
  expect(areDisjoint(inCity('sh'), inCity('hz'))).toBe(true);
  expect(areDisjoint(oneOf(city, ['sh', 'hz']), oneOf(city, ['hz', 'sz']))).toBe(false);
  expect(areDisjoint(any([all([grown, inCity('sh')]), inCity('hz')]), not(any([grown, inCity('hz')])))).toBe(
    false,
  );
  expect(areDisjoint(any([from(60), inCity('hz')]), all([not(from(60)), inCity('sh')]))).toBe(true);
});

test('those without a value fail both of two comparisons', () => {
  expect(areDisjoint(not(from(18)), not(compare('lt', age, number(18))))).toBe(false);
});

const number3 = fc.constantFrom(-1, 0, 1, 2);
const comparison = fc.constantFrom(
  'eq' as const,
  'lt' as const,
  'lte' as const,
  'gt' as const,
  'gte' as const,
);
const name = fc.constantFrom('', 'a', 'A');
const atom = fc.oneof(
  fc.tuple(comparison, number3).map(([how, value]) => compare(how, age, number(value))),
  name.map(inCity),
  fc.uniqueArray(name, { minLength: 1 }).map((names) => oneOf(city, names)),
);
const literal = fc.tuple(atom, fc.boolean()).map(([test, negated]) => (negated ? not(test) : test));
const conjunction = fc.array(literal, { minLength: 1, maxLength: 3 }).map(all);
const rule = fc.array(conjunction, { minLength: 1, maxLength: 2 }).map(any);
const stored = <T>(values: fc.Arbitrary<T>) => fc.option(fc.oneof(values, fc.constantFrom('1', null, [1])));
const member = fc
  .record({ age: stored(number3), city: stored(name) })
  .map((attrs) => ({ member: { attrs }, events: [] }));

test('what is called disjoint has no member in common', () => {
  let disjoint = 0;
  fc.assert(
    fc.property(rule, rule, fc.array(member, { minLength: 1, maxLength: 10 }), (a, b, members) => {
      if (!areDisjoint(a, b)) return;
      disjoint += 1;
      for (const data of members) expect(evaluate(a, data) && evaluate(b, data)).toBe(false);
    }),
    { numRuns: 5_000 },
  );
  expect(disjoint).toBeGreaterThan(200);
});

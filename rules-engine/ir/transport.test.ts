import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryPredicate } from '../testing/arbitrary-predicate';
import { field, number } from './build-expression';
import { all, any, compare, not } from './build-predicate';
import type { Expression } from './expression';
import type { Predicate } from './predicate';
import { packedPredicatesSchema, packPredicates, unpackPredicates } from './transport';

const travelled = (predicates: readonly Predicate[], values: readonly Expression[] = []) => {
  const json: unknown = JSON.parse(JSON.stringify(packPredicates(predicates, values)));
  return unpackPredicates(packedPredicatesSchema.parse(json));
};

test('what arrives is what was sent: the very same objects in the same process', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPredicate(), { maxLength: 4 }), (predicates) => {
      const arrived = travelled(predicates).predicates;
      expect(arrived.length).toBe(predicates.length);
      for (const [i, predicate] of predicates.entries()) expect(arrived[i]).toBe(predicate);
    }),
  );
});

test('what is shared travels once', () => {
  const condition = (i: number) => compare('gte', field(`attrs.n${i}`, 'number'), number(i));
  // Every level holds the one before twice: written out it would be 2^40 conditions.
  let rule: Predicate = condition(0);
  for (let i = 1; i <= 40; i += 1) rule = any([all([rule, condition(i)]), all([not(rule), condition(-i)])]);
  expect(packPredicates([rule]).nodes.length).toBeLessThan(500);
  expect(travelled([rule]).predicates).toEqual([rule]);
});

test('values travel with the predicates, and share their parts', () => {
  const age = field('attrs.age', 'number');
  const grown = compare('gte', age, number(18));
  expect(packPredicates([grown], [age]).nodes).toHaveLength(3);
  expect(travelled([grown], [age])).toEqual({ predicates: [grown], values: [age] });
});

test('a part that stands nowhere, or is of another kind, is refused', () => {
  const literal = { kind: 'number', value: 1 } as const;
  expect(() => unpackPredicates({ nodes: [{ kind: 'not', of: 0 }], roots: [0], values: [] })).toThrow(
    'No predicate',
  );
  expect(() => unpackPredicates({ nodes: [literal], roots: [0], values: [] })).toThrow('No predicate');
  expect(() => unpackPredicates({ nodes: [], roots: [], values: [0] })).toThrow('No value');
  expect(() =>
    unpackPredicates({ nodes: [{ kind: 'present', subject: 3 }], roots: [0], values: [] }),
  ).toThrow('No value');
});

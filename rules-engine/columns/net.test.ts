import fc from 'fast-check';
import { expect, test } from 'vitest';
import { field } from '../ir/build-expression';
import { all, always, any, not, present } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import { type Bits, hasBit } from './bitset';
import { countNet } from './net';

const conditions = ['a', 'b', 'c', 'd'].map((name) => present(field(`attrs.${name}`, 'number')));

const { predicate } = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...conditions),
    fc.array(tie('predicate'), { minLength: 1, maxLength: 4 }).map(all),
    fc.array(tie('predicate'), { minLength: 1, maxLength: 4 }).map(any),
    tie('predicate').map(not),
  ),
}));

function holds(of: Predicate, sets: ReadonlyMap<Predicate, Bits>, row: number): boolean {
  switch (of.kind) {
    case 'all':
      return of.of.every((part) => holds(part, sets, row));
    case 'any':
      return of.of.some((part) => holds(part, sets, row));
    case 'not':
      return !holds(of.of, sets, row);
    case 'constant':
      return of.value;
    default:
      return hasBit(sets.get(of) ?? new Int32Array(0), row);
  }
}

test('a net counts what each predicate holds for, in whole blocks and in what is left of one', () => {
  const words = fc.constantFrom(1, 3, 511, 512, 513, 1_027);
  const predicates = fc.array(predicate, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(words, predicates, fc.integer(), (size, asked, seed) => {
      const random = (salt: number): Bits =>
        Int32Array.from({ length: size }, (_, i) => Math.imul(i + 1 + seed * salt, 0x9e3779b1 * salt));
      const everybody = new Int32Array(size).fill(-1);
      const sets = new Map<Predicate, Bits>(conditions.map((one, i) => [one, random(2 * i + 3)]));
      sets.set(always, everybody).set(not(always), new Int32Array(size));
      const among = random(1);
      const rows = Array.from({ length: size * 32 }, (_, row) => row).filter((row) => hasBit(among, row));
      const expected = asked.map((one) => rows.filter((row) => holds(one, sets, row)).length);
      expect(countNet(asked, (one) => sets.get(one) ?? everybody, among)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemberData } from '../evaluate/document';
import { readField } from '../evaluate/document';
import { evaluate } from '../evaluate/reference';
import { field, number } from '../ir/build-expression';
import { all, compare, not, oneOf, present } from '../ir/build-predicate';
import { cleanMember, hostileMember } from '../testing/arbitrary-member';
import { arbitraryPredicate } from '../testing/arbitrary-predicate';
import { memberColumns } from '../testing/member-columns';
import { NumberColumn } from './column';
import { MemberCounts } from './member-counts';
import type { MemberTable } from './member-table';
import { columnNeeds } from './needs';
import { rangeOf, scanRange } from './scan';

const members = fc.array(fc.oneof(cleanMember(), hostileMember()), { minLength: 1, maxLength: 10 });
const predicates = fc.array(arbitraryPredicate({ aggregates: false, depth: 2 }), {
  minLength: 1,
  maxLength: 4,
});

function write(
  table: MemberTable,
  row: number,
  { member }: MemberData,
  keys: ReturnType<typeof columnNeeds>,
): void {
  table.reserve(row);
  table.add(row);
  for (const [key, { path, type }] of keys.fields) {
    table.columns.get(key)?.set(row, readField(member, path, type));
  }
}

test('after any changes the counts are those of the reference, whatever is kept of earlier ones', () => {
  const change = fc.record({
    row: fc.nat(40),
    removed: fc.boolean(),
    data: fc.oneof(cleanMember(), hostileMember()),
  });
  const rounds = fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 4 });
  fc.assert(
    fc.property(
      members,
      predicates,
      rounds,
      fc.constantFrom(0, 40, 2 ** 20),
      (first, rules, changes, limit) => {
        const needs = columnNeeds(rules);
        const table = memberColumns(first, rules);
        const counts = new MemberCounts(table, limit);
        const living = new Map(first.map((data, row) => [row, data]));
        const check = () => {
          const expected = rules.map(
            (rule) => [...living.values()].filter((data) => evaluate(rule, data)).length,
          );
          expect(counts.countAll(rules)).toEqual(expected);
          expect(table.size).toBe(living.size);
        };
        check();
        for (const round of changes) {
          for (const { row, removed, data } of round) {
            // Far apart, so that the table has to grow.
            const ord = row * 100;
            if (removed) table.remove(ord);
            else write(table, ord, data, needs);
            if (removed) living.delete(ord);
            else living.set(ord, data);
          }
          check();
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a comparison is a range of doubles, at both ends and at the smallest steps', () => {
  const double = fc.oneof(
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.constantFrom(0, -0, 2 ** 31, -(2 ** 31)),
  );
  const tests = {
    eq: (a: number, b: number) => a === b,
    lt: (a: number, b: number) => a < b,
    lte: (a: number, b: number) => a <= b,
    gt: (a: number, b: number) => a > b,
    gte: (a: number, b: number) => a >= b,
  };
  fc.assert(
    fc.property(
      fc.array(fc.option(double), { minLength: 1, maxLength: 32 }),
      fc.constantFrom('eq', 'lt', 'lte', 'gt', 'gte'),
      double,
      (values, comparison, than) => {
        const column = new NumberColumn(32);
        for (const [row, value] of values.entries()) column.set(row, value);
        const bits = scanRange(column.values, rangeOf(comparison, than));
        for (const [row, value] of values.entries()) {
          expect(((bits[0] ?? 0) >>> row) & 1).toBe(value !== null && tests[comparison](value, than) ? 1 : 0);
        }
      },
    ),
  );
});

test('what predicates share is worked out once', () => {
  const age = field('attrs.age', 'number');
  const grown = compare('gte', age, number(18));
  const rules = [grown, not(grown), all([grown, present(age)]), oneOf(age, [1, 2]), grown];
  const data = fc.sample(cleanMember(), { numRuns: 20, seed: 1 });
  const counts = new MemberCounts(memberColumns(data, rules), 2 ** 20);
  counts.countAll(rules);
  expect(counts.reuse).toEqual({ hits: 0, misses: 4 });
  counts.countAll(rules);
  expect(counts.reuse).toEqual({ hits: 4, misses: 4 });
});

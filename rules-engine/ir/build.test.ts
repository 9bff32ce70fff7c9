import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/reference';
import { cleanMember, hostileMember } from '../testing/arbitrary-member';
import { arbitraryPredicate } from '../testing/arbitrary-predicate';
import { printFixture, readFixtures } from '../testing/fixture';
import { texts } from '../testing/pools';
import { field, number, text } from './build-expression';
import { all, always, any, compare, constant, listTest, never, not, oneOf, present } from './build-predicate';
import type { Predicate } from './predicate';

const predicate = arbitraryPredicate({ depth: 2 });
const predicates = fc.array(predicate, { maxLength: 5 });
const members = fc.array(fc.oneof(cleanMember(), hostileMember()), { minLength: 1, maxLength: 8 });
const settings = { numRuns: 500 };
const fresh = (i: number) => compare('eq', field(`attrs.fresh${i}`, 'number'), number(i));

describe('the smart constructors keep the meaning', () => {
  test('all, any and not are those of logic, whatever they simplify', () => {
    fc.assert(
      fc.property(predicates, members, (parts, data) => {
        for (const one of data) {
          const each = parts.map((part) => evaluate(part, one));
          expect(evaluate(all(parts), one)).toBe(each.every(Boolean));
          expect(evaluate(any(parts), one)).toBe(each.some(Boolean));
          for (const part of parts) expect(evaluate(not(part), one)).toBe(!evaluate(part, one));
        }
      }),
      settings,
    );
  });

  test('also where parts repeat, contradict or complete one another', () => {
    fc.assert(
      fc.property(predicate, predicate, predicate, members, (p, q, r, data) => {
        const rules: [Predicate, (a: boolean, b: boolean, c: boolean) => boolean][] = [
          [all([p, q, not(p)]), () => false],
          [any([p, q, not(p)]), () => true],
          [any([all([p, q]), all([p, not(q)])]), (a) => a],
          [any([all([p, q, r]), all([p, not(q), r])]), (a, _, c) => a && c],
          [any([all([p, q]), all([p, not(q)]), r]), (a, _, c) => a || c],
          [all([any([p, q]), any([p, not(q)]), r]), (a, _, c) => a && c],
          [not(all([p, not(any([q, r]))])), (a, b, c) => !a || b || c],
        ];
        for (const one of data) {
          const [a, b, c] = [evaluate(p, one), evaluate(q, one), evaluate(r, one)];
          for (const [rule, meaning] of rules) expect(evaluate(rule, one)).toBe(meaning(a, b, c));
        }
      }),
      settings,
    );
  });

  test('a constant part decides or falls away', () => {
    fc.assert(
      fc.property(predicate, (p) => {
        expect(all([p, never])).toBe(never);
        expect(any([p, always])).toBe(always);
        expect(all([p, always])).toBe(all([p]));
        expect(any([p, never])).toBe(any([p]));
      }),
    );
    expect(all([])).toBe(always);
    expect(any([])).toBe(never);
  });

  test('a tree that forks and joins stays small', () => {
    let rule: Predicate = fresh(0);
    for (let i = 1; i <= 200; i += 1) rule = any([all([rule, fresh(i)]), all([rule, not(fresh(i))])]);
    expect(rule).toBe(fresh(0));
  });

  test('no value is none of no values, and a literal is present', () => {
    expect(oneOf(field('a', 'text'), [])).toBe(never);
    expect(listTest('all', field('a', 'list'), [])).toBe(never);
    expect(present(text(''))).toBe(always);
  });
});

describe('equal nodes are one object', () => {
  test('built again from their description they are the same', () => {
    fc.assert(
      fc.property(predicate, (built) => {
        const printed = printFixture({
          name: '',
          predicate: built,
          data: { member: {}, events: [] },
          holds: true,
        });
        const [again] = readFixtures([JSON.parse(printed)]);
        expect(again?.predicate).toBe(built);
      }),
      settings,
    );
  });

  test('different ones are not, however their texts are made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(text(a) === text(b)).toBe(a === b);
        expect(field(a, 'text') === field(b, 'text')).toBe(a === b);
      }),
    );
    const subject = field('a', 'text');
    const lists = [...texts].map((value, i) => oneOf(subject, [value, `x${i}`]));
    expect(new Set(lists).size).toBe(texts.length);
    expect(oneOf(subject, ['1'])).not.toBe(oneOf(subject, [1]));
    expect(oneOf(subject, ['a","b'])).not.toBe(oneOf(subject, ['a', 'b']));
  });

  test('not twice is nothing', () => {
    fc.assert(
      fc.property(predicate, (p) => {
        expect(not(not(p))).toBe(p);
      }),
    );
  });

  test('a repeat changes nothing', () => {
    fc.assert(
      fc.property(predicates, (parts) => {
        expect(all([...parts, ...parts])).toBe(all(parts));
        expect(any([...parts, ...parts])).toBe(any(parts));
      }),
    );
  });

  test('nodes are frozen', () => {
    fc.assert(
      fc.property(predicate, (p) => {
        expect(Object.isFrozen(p)).toBe(true);
      }),
    );
    expect(constant(true)).toBe(always);
  });
});

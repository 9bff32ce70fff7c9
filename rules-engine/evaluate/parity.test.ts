import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasBit } from '../columns/bitset';
import { MemberCounts } from '../columns/member-counts';
import { checkLogic } from '../compile/json-logic/check';
import { emitChoice, emitExpression, emitPredicate } from '../compile/json-logic/emit';
import { engine } from '../compile/json-logic/json-logic-js';
import { number, points } from '../ir/build-expression';
import { compare } from '../ir/build-predicate';
import type { Predicate } from '../ir/predicate';
import { cleanMember, hostileMember } from '../testing/arbitrary-member';
import { arbitraryExpression, arbitraryPredicate } from '../testing/arbitrary-predicate';
import { testCatalogue } from '../testing/catalogue';
import { printFixture, readFixtures } from '../testing/fixture';
import { memberColumns } from '../testing/member-columns';
import { compileExpression, compilePredicate, compilePredicates } from './closure';
import type { MemberData } from './document';
import { evaluate, evaluateExpression } from './reference';

const runs = Number(process.env.TAGLOOM_PARITY_RUNS ?? 2_000);
const seed = process.env.TAGLOOM_PARITY_SEED;
const settings = { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) };

const oddKeys = ['__proto__', 'constructor', '$where', 'a.b'];
const exotics = [new Date(Number.NaN), 5n, Symbol.iterator, () => 5, new Map([['a', 1]]), /a/];
const members = fc.array(fc.oneof(cleanMember(), hostileMember({ oddKeys, exotics })), {
  minLength: 1,
  maxLength: 12,
});

/** What json-logic-js says; null when the rule is too big to be an artefact. */
function byJsonLogic(predicate: Predicate): ((data: MemberData) => unknown) | null {
  const emitted = emitPredicate(predicate);
  if (!emitted.ok) return null;
  // The copy is what a reader of the published artefact has.
  const artefact: unknown = JSON.parse(JSON.stringify(emitted.jsonLogic));
  expect(checkLogic(artefact, { catalogue: testCatalogue })).toEqual({ ok: true });
  return ({ member, events }) => engine.apply(artefact, { ...member, events });
}

/** What the columns say of each member, all of them in one table. */
function byColumns(predicate: Predicate, all: readonly MemberData[]): boolean[] {
  const counts = new MemberCounts(memberColumns(all, [predicate]), 2 ** 20);
  const found = counts.membersOf(predicate);
  const holds = all.map((_, row) => hasBit(found, row));
  expect(counts.countAll([predicate])).toEqual([holds.filter(Boolean).length]);
  return holds;
}

function agree(predicate: Predicate, all: readonly MemberData[]): void {
  const closure = compilePredicate(predicate);
  const logic = byJsonLogic(predicate);
  const columns = byColumns(predicate, all);
  for (const [row, data] of all.entries()) {
    const holds = evaluate(predicate, data);
    const answers = {
      closure: closure(data),
      jsonLogic: logic ? logic(data) : holds,
      columns: columns[row],
    };
    if (Object.values(answers).every((answer) => answer === holds)) continue;
    expect.fail(`${JSON.stringify(answers)}: ${printFixture({ name: 'parity', predicate, data, holds })}`);
  }
}

describe('reference, closure, columns and json-logic-js agree', () => {
  test('on random rules and members', () => {
    fc.assert(fc.property(arbitraryPredicate(), members, agree), settings);
  });

  test('on a score with many bands, which binds what it repeats', () => {
    const term = fc.record({ when: arbitraryPredicate({ depth: 1 }), points: fc.constantFrom(1, 2, 5) });
    const score = fc.array(term, { minLength: 6, maxLength: 12 }).map(points);
    let bound = 0;
    fc.assert(
      fc.property(score, members, (total, all) => {
        const bands = [20, 12, 8, 6, 4, 3, 2, 1].map((from) => compare('gte', total, number(from)));
        const emitted = emitChoice(bands.map((band, i) => [band, `${i}`]));
        if (!emitted.ok) return;
        const artefact: unknown = JSON.parse(JSON.stringify(emitted.jsonLogic));
        expect(checkLogic(artefact, { catalogue: testCatalogue })).toEqual({ ok: true });
        if (JSON.stringify(artefact).startsWith('{"with"')) bound += 1;
        for (const data of all) {
          const first = bands.findIndex((band) => evaluate(band, data));
          expect(engine.apply(artefact, { ...data.member, events: data.events })).toBe(
            first < 0 ? null : `${first}`,
          );
        }
      }),
      { ...settings, numRuns: Math.ceil(runs / 10) },
    );
    expect(bound).toBeGreaterThan(runs / 50);
  });

  test('on the cases kept from earlier failures', () => {
    const file = new URL('../testing/fixtures.json', import.meta.url);
    for (const { name, predicate, data, holds } of readFixtures(JSON.parse(readFileSync(file, 'utf8')))) {
      expect(evaluate(predicate, data), name).toBe(holds);
      agree(predicate, [data]);
    }
  });

  test('on values', () => {
    fc.assert(
      fc.property(arbitraryExpression(), members, (expression, all) => {
        const closure = compileExpression(expression);
        const emitted = emitExpression(expression);
        for (const data of all) {
          const value = evaluateExpression(expression, data);
          expect(closure(data)).toEqual(value);
          if (!emitted.ok) continue;
          const byLogic: unknown = engine.apply(emitted.jsonLogic, { ...data.member, events: data.events });
          // To json-logic-js, -0 becomes 0 on the way through a sum.
          expect(typeof byLogic === 'number' ? byLogic + 0 : byLogic).toEqual(
            typeof value === 'number' ? value + 0 : value,
          );
        }
      }),
      settings,
    );
  });
});

test('several predicates in one function give what each gives alone', () => {
  fc.assert(
    fc.property(fc.array(arbitraryPredicate({ depth: 2 }), { maxLength: 6 }), members, (predicates, all) => {
      const together = compilePredicates(predicates);
      for (const data of all) {
        expect(together(data)).toEqual(predicates.map((predicate) => evaluate(predicate, data)));
      }
    }),
    { ...settings, numRuns: Math.ceil(runs / 4) },
  );
});

test('the random rules are no mere constants: most hold for some members and not for others', () => {
  const sample = fc.sample(fc.oneof(cleanMember(), hostileMember()), { numRuns: 200, seed: 1 });
  const rules = fc.sample(arbitraryPredicate(), { numRuns: 300, seed: 1 });
  const telling = rules.filter((rule) => new Set(sample.map((data) => evaluate(rule, data))).size === 2);
  expect(telling.length).toBeGreaterThan(150);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  aggregateFunctions,
  arithmeticOperators,
  type Catalogue,
  type ConditionSubject,
  compileSubject,
  type EventType,
  emptyCatalogue,
  type Field,
} from '@/rules-engine/index';
import { memberScope, subjectKind } from './subject-kind';

const field = (path: string, type: Field['type'], unit: string | null = null): Field => ({
  path,
  type,
  label: { zh: path, en: path },
  unit,
  options: [],
  personal: false,
});
const byPath = (fields: Field[]) => Object.fromEntries(fields.map((one) => [one.path, one]));
const order: EventType = {
  type: 'order',
  label: { zh: '下单', en: 'Order' },
  props: byPath([
    field('props.amount', 'money', 'CNY'),
    field('props.fee', 'money', 'USD'),
    field('props.pieces', 'number', 'pieces'),
    field('props.category', 'option'),
    field('props.marks', 'list'),
  ]),
};
const catalogue: Catalogue = {
  ...emptyCatalogue,
  fields: byPath([
    field('attrs.spent', 'money', 'CNY'),
    field('attrs.dollars', 'money', 'USD'),
    field('attrs.saved', 'money'),
    field('attrs.age', 'number', 'years'),
    field('attrs.joined', 'date'),
    field('attrs.city', 'text'),
  ]),
  eventTypes: { order },
};
const environment = { catalogue, timeZone: 'Asia/Shanghai', asOf: Date.UTC(2026, 5, 30), bounds: new Map() };

const leaf: fc.Arbitrary<ConditionSubject> = fc.oneof(
  fc
    .constantFrom(...Object.keys(catalogue.fields), 'attrs.nowhere')
    .map((path) => ({ kind: 'field' as const, path })),
  fc.constantFrom(1, 0.5, 100).map((value) => ({ kind: 'number' as const, value })),
  fc.record({
    kind: fc.constant('event' as const),
    eventType: fc.constant('order'),
    fn: fc.constantFrom(...aggregateFunctions),
    property: fc.constantFrom(...Object.keys(order.props)),
    window: fc.constant({ kind: 'allTime' as const }),
  }),
);
const subject = fc.letrec<{ any: ConditionSubject }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constant('formula' as const),
      operator: fc.constantFrom(...arithmeticOperators),
      left: tie('any'),
      right: tie('any'),
    }),
  ),
})).any;

describe('what the form takes a subject for', () => {
  test('is what it is compiled to, and nothing where it is refused', () => {
    const seen = { money: 0, number: 0, date: 0, refused: 0 };
    fc.assert(
      fc.property(subject, (about) => {
        const shown = subjectKind(about, memberScope, catalogue);
        const compiled = compileSubject(about, environment);
        if (compiled.ok) {
          const { type, unit } = compiled.subject;
          seen[type] += 1;
          expect(shown?.types).toContain(type);
          expect(shown?.unit).toBe(unit);
        } else {
          seen.refused += 1;
          // A text is known to the form, and no number: the engine says so.
          if (shown) expect(shown.types).toEqual(['text']);
          for (const { message } of compiled.diagnostics) expect(message.zh).toMatch(/\p{Script=Han}/u);
        }
      }),
      { numRuns: 2_000 },
    );
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(20);
  });

  const amount = { kind: 'field', path: 'attrs.spent' } as const;
  const two = { kind: 'number', value: 2 } as const;
  test.each([
    ['+', amount, amount, 'money'],
    ['-', amount, amount, 'money'],
    ['+', amount, two, null],
    ['-', two, amount, null],
    ['*', amount, two, 'money'],
    ['*', two, amount, 'money'],
    ['*', amount, amount, null],
    ['/', amount, two, 'money'],
    ['/', amount, amount, 'number'],
    ['/', two, amount, null],
    ['+', amount, { kind: 'field', path: 'attrs.dollars' }, null],
    ['+', amount, { kind: 'field', path: 'attrs.saved' }, 'money'],
  ] as const)('%s of %j and %j', (operator, left, right, type) => {
    const formula = { kind: 'formula', operator, left, right } as const;
    const compiled = compileSubject(formula, environment);
    expect(compiled.ok ? compiled.subject.type : null).toBe(type);
    expect(subjectKind(formula, memberScope, catalogue)?.types ?? null).toEqual(type && [type]);
    if (!compiled.ok) expect(compiled.diagnostics.map(({ param }) => param)).toEqual(['']);
  });
});

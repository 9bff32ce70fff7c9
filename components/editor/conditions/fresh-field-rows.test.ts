import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Catalogue,
  type ConditionSubject,
  compileGraph,
  type DrawnNode,
  draw,
  emptyCatalogue,
  evaluate,
  type Field,
  type FieldType,
  operatorsFor,
  type Predicate,
} from '@/rules-engine/index';
import { type PlainValue, readRelation } from '@/rules-engine/testing/read-words';
import { withOperator, withSubject } from './edit-row';
import { blankRow, eventSubject } from './new-rows';
import { readRow } from './shapes';
import { type ConditionScope, memberScope, subjectKind } from './subject-kind';

/* Every operator on a field of every type, as the form starts it: what it counts is what its words say. */

const types: readonly FieldType[] = ['text', 'option', 'number', 'money', 'boolean', 'date', 'day', 'list'];
const words = ['上海', '杭州', '上海测试', '测试'];
const field = (path: string, type: FieldType): Field => ({
  path,
  type,
  label: { zh: '值', en: 'Value' },
  unit: type === 'money' ? 'CNY' : null,
  options: type === 'option' ? words.map((value) => ({ value, label: { zh: value, en: value } })) : [],
  personal: false,
});
const fieldsAt = (root: string) =>
  Object.fromEntries(types.map((type) => [`${root}.${type}`, field(`${root}.${type}`, type)]));
const catalogue: Catalogue = {
  ...emptyCatalogue,
  fields: fieldsAt('attrs'),
  eventTypes: { order: { type: 'order', label: { zh: '下单', en: 'Order' }, props: fieldsAt('props') } },
};
const asOf = Date.UTC(2026, 5, 30, 4);
const environment = { catalogue, timeZone: 'Asia/Shanghai', asOf, bounds: new Map() };
const dayMs = 86_400_000;

/** What somebody types where the form starts with nothing. */
function typed(type: FieldType, input: string): unknown {
  const isNumber = type === 'number' || type === 'money';
  const one = isNumber ? 300 : type === 'date' || type === 'day' ? '2026-06-20' : '测试';
  if (input === 'values') return isNumber ? [300, 500] : ['测试', '上海'];
  if (input === 'numberRange') return { from: 200, to: 400 };
  return input === 'dateRange' ? { from: '2026-06-10', to: '2026-06-20' } : one;
}

function freshRow(subject: ConditionSubject, operatorId: string, type: FieldType, scope: ConditionScope) {
  const picked = withSubject(readRow(blankRow), subject, scope, catalogue);
  const fitting = operatorsFor(subjectKind(subject, scope, catalogue)?.types ?? []);
  const operator = fitting.find(({ id }) => id === operatorId);
  if (!operator) throw new Error(`${operatorId} doesn’t fit ${type}`);
  const row = withOperator(readRow(picked), operator);
  const isOpen = row.value === undefined || Object.keys(Object(row.value)).length === 0;
  const starts = typeof row.value === 'number' || typeof row.value === 'string';
  return operator.input !== 'none' && isOpen && !starts
    ? { ...row, value: typed(type, operator.input) }
    : row;
}

function compiled(row: unknown): { matched: Predicate; told: string } {
  const it: DrawnNode = { type: 'condition', params: { mode: 'all', rows: [row] }, at: [1, 0] };
  const nodes: Record<string, DrawnNode> = {
    all: { type: 'allMembers', at: [0, 0] },
    it,
    out: { type: 'segmentOutput', at: [2, 0] },
  };
  const found = compileGraph(draw('segment', nodes, ['all.out → it.in', 'it.matched → out.in']), environment);
  expect(found.diagnostics).toEqual([]);
  const [matched, asked] = [found.ports.get('it.matched'), found.rows[0]];
  if (!matched || !asked) throw new Error('the row isn’t compiled');
  return { matched, told: asked.phrase.zh };
}

const someDate = fc.oneof(
  fc.integer({ min: -40 * 24, max: 140 * 24 }).map((hours) => new Date(asOf - hours * 3_600_000)),
  // About now in another year: what comes round.
  fc
    .tuple(fc.integer({ min: -40, max: 10 }), fc.integer({ min: 1, max: 50 }))
    .map(([days, years]) => new Date(asOf - days * dayMs - Math.round(years * 365.25) * dayMs)),
);
const stored: Record<FieldType, fc.Arbitrary<PlainValue>> = {
  text: fc.constantFrom(...words, '北京'),
  option: fc.constantFrom(...words, '北京'),
  number: fc.constantFrom(100, 200, 299.5, 300, 301, 400, 500),
  money: fc.constantFrom(100, 200, 299, 300, 301, 400, 500),
  boolean: fc.boolean(),
  date: someDate,
  day: someDate.map((at) => new Date(Math.floor(at.getTime() / dayMs) * dayMs)),
  list: fc.subarray(words),
};
const cases = types.flatMap((type) => operatorsFor([type]).map(({ id }) => [type, id] as const));

describe('a fresh row on a field', () => {
  test.each(cases)('of type %s, %s: counts what its words say', (type, operator) => {
    const row = freshRow({ kind: 'field', path: `attrs.${type}` }, operator, type, memberScope);
    const { matched, told } = compiled(row);
    expect(told).toMatch(/^值/);
    const says = readRelation(told.slice(1), { asOf, isDay: type === 'day' });
    fc.assert(
      fc.property(fc.option(stored[type], { nil: undefined }), (value) => {
        const member = { attrs: value === undefined ? {} : { [type]: value } };
        expect(evaluate(matched, { member, events: [] })).toBe(says(value));
      }),
      { numRuns: 150 },
    );
  });

  test.each(cases)('of an event, of type %s, %s: counts what its words say', (type, operator) => {
    const scope = { on: 'event', eventType: 'order' } as const;
    const inner = freshRow({ kind: 'field', path: `props.${type}` }, operator, type, scope);
    const subject = { ...eventSubject('order'), where: { mode: 'all', rows: [inner] } };
    const { matched, told } = compiled({ subject, operator: 'did' });
    const [, relation] = /^有近 90 天（值(.+)）下单记录$/.exec(told) ?? [];
    const says = readRelation(relation ?? '', { asOf, isDay: type === 'day' });
    fc.assert(
      fc.property(fc.option(stored[type], { nil: undefined }), (value) => {
        const props = value === undefined ? {} : { [type]: value };
        const events = [{ type: 'order', at: new Date(asOf - dayMs), props }];
        expect(evaluate(matched, { member: {}, events })).toBe(says(value));
      }),
      { numRuns: 150 },
    );
  });

  test('says another thing than a row with another operator, where another thing is counted', () => {
    for (const type of types) {
      const meant = new Map<string, Predicate>();
      for (const { id } of operatorsFor([type])) {
        const row = freshRow({ kind: 'field', path: `attrs.${type}` }, id, type, memberScope);
        const { matched, told } = compiled(row);
        expect(meant.get(told) ?? matched, told).toBe(matched);
        meant.set(told, matched);
      }
    }
  });
});

import { describe, expect, test } from 'vitest';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { mappingProblemSchema } from '@/lib/contracts/imports';
import { mappingProblems, whyNot } from './mapping-problems';

const text = (word: string) => ({ zh: word, en: word });
const columns = ['customer', 'day', 'dollars'];
const orders = importMappingSchema.parse({
  version: 1,
  kind: 'events',
  file: { format: 'csv' },
  timeZone: 'America/New_York',
  source: 'CDNOW 1997',
  identities: [{ column: 'customer', type: 'customer_id' }],
  eventType: { fixed: 'order' },
  at: { column: 'day', format: 'YYYYMMDD' },
  props: [{ column: 'dollars', path: 'props.amount', value: { type: 'money', currency: 'USD' } }],
  id: null,
  createMembers: true,
});
const amount = { path: 'props.amount', type: 'money', unit: 'CNY' } as const;
const known = (
  props: readonly { path: string; type: 'money' | 'text'; unit: string | null }[],
  more: readonly string[] = [],
) => ({
  fields: [],
  eventTypes: [
    { type: 'order', label: { zh: '下单', en: 'Order' }, props },
    ...more.map((type) => ({ type, label: text(type), props })),
  ],
});

describe('a path that holds something else', () => {
  test('names the column, the path, both types with their currencies, and what to do', () => {
    const [problem, ...more] = mappingProblems(orders, columns, known([amount]));
    expect(more).toEqual([]);
    for (const part of [
      'dollars',
      'props.amount',
      'Order',
      'CNY',
      'USD',
      'props.amount_usd',
      'cdnow_1997_order',
    ])
      expect(problem?.message.en).toContain(part);
    expect(mappingProblemSchema.parse(problem)).toEqual(problem);
    for (const part of ['dollars', 'props.amount', '下单', '金额（CNY）', '金额（USD）', 'props.amount_usd'])
      expect(problem?.message.zh).toContain(part);
    expect(problem?.fixes).toEqual([
      { do: 'path', column: 'dollars', path: 'props.amount_usd' },
      {
        do: 'eventType',
        type: 'cdnow_1997_order',
        label: { zh: '下单（CDNOW 1997）', en: 'Order (CDNOW 1997)' },
      },
    ]);
    expect(whyNot(problem ? [problem, problem] : []).en.split('; ')).toHaveLength(2);
  });

  test('every way out that is offered leads out', () => {
    const taken = { path: 'props.amount_usd', type: 'text', unit: null } as const;
    const catalogue = known([amount, taken], ['cdnow_1997_order']);
    const [problem] = mappingProblems(orders, columns, catalogue);
    expect(problem?.fixes.map((fix) => (fix.do === 'path' ? fix.path : fix.type))).toEqual([
      'props.amount_usd_2',
      'cdnow_1997_order_2',
    ]);
    for (const fix of problem?.fixes ?? []) {
      if (orders.kind !== 'events') throw new Error('These are events.');
      const mended =
        fix.do === 'path'
          ? { ...orders, props: orders.props.map((prop) => ({ ...prop, path: fix.path })) }
          : { ...orders, eventType: { fixed: fix.type, label: fix.label } };
      expect(mappingProblems(importMappingSchema.parse(mended), columns, catalogue)).toEqual([]);
    }
  });

  test('the same path and currency are no problem, nor is a type that nobody knows yet', () => {
    expect(mappingProblems(orders, columns, known([{ ...amount, unit: 'USD' }]))).toEqual([]);
    expect(mappingProblems(orders, columns, { fields: [], eventTypes: [] })).toEqual([]);
  });
});

test('a column that the file hasn’t', () => {
  const [problem] = mappingProblems(orders, ['customer', 'day'], known([]));
  expect(problem).toMatchObject({ column: 'dollars', fixes: [] });
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialOperand } from '@/components/data/metrics/metric-draft';
import {
  aggregateFunctions,
  type Catalogue,
  type CompiledGraph,
  type ConditionSubject,
  compileExpression,
  compileGraph,
  compilePredicate,
  compileSubject,
  draw,
  type EventData,
  type EventOperand,
  emptyCatalogue,
  evaluate,
  type Field,
  type MemberData,
  operatorsFor,
  parseAsOf,
} from '@/rules-engine/index';
import { withOperator, withSubject } from './edit-row';
import { blankRow, eventSubject, withFunction } from './new-rows';
import { readRow } from './shapes';
import { memberScope, subjectKind } from './subject-kind';

const field = (name: string, type: Field['type'], unit: string | null, zh: string): Field => ({
  path: name,
  type,
  label: { zh, en: zh },
  unit,
  options: [],
  personal: false,
});
const catalogue: Catalogue = {
  ...emptyCatalogue,
  fields: {
    'attrs.number': field('attrs.number', 'number', null, '值'),
    'attrs.money': field('attrs.money', 'money', 'CNY', '值'),
    'attrs.date': field('attrs.date', 'date', null, '值'),
  },
  eventTypes: {
    order: {
      type: 'order',
      label: { zh: '下单', en: 'Order' },
      props: { 'props.amount': field('props.amount', 'money', 'CNY', '金额') },
    },
  },
};
const dayMs = 86_400_000;
const timeZone = 'Asia/Shanghai';
const asOf = Date.UTC(2026, 5, 30, 4);
const environment = { catalogue, timeZone, asOf, bounds: new Map() };
type Fn = EventOperand['fn'];

/** A row as the form makes it: events are picked, then a function, then an operator; what is missing is typed. */
function freshRow(fn: Fn, operatorId: string, typed: unknown) {
  const { on, pick } = { on: memberScope, pick: eventSubject('order') };
  const picked = withSubject(readRow(blankRow), pick, on, catalogue);
  const asked = withSubject(readRow(picked), withFunction(pick, fn, catalogue), on, catalogue);
  const operator = operatorsFor(
    subjectKind(withFunction(pick, fn, catalogue), on, catalogue)?.types ?? [],
  ).find(({ id }) => id === operatorId);
  if (!operator) throw new Error(`${operatorId} doesn’t fit ${fn}`);
  const row = withOperator(readRow(asked), operator);
  const isOpen =
    row.value === undefined || (Array.isArray(row.value) ? row.value.length === 0 : isBlank(row.value));
  return operator.input !== 'none' && isOpen ? { ...row, value: typed } : row;
}
const isBlank = (value: unknown) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

function compiled(rows: readonly unknown[], at = environment): CompiledGraph {
  return compileGraph(
    draw(
      'segment',
      {
        all: { type: 'allMembers', at: [0, 0] },
        it: { type: 'condition', params: { mode: 'all', rows }, at: [1, 0] },
        out: { type: 'segmentOutput', at: [2, 0] },
      },
      ['all.out → it.in', 'it.matched → out.in'],
    ),
    at,
  );
}

/** How each function is told. */
const words: Record<Fn, string> = {
  count: '次数',
  sum: '金额合计',
  mean: '金额平均值',
  min: '金额最小值',
  max: '金额最大值',
  distinct: '不同下单金额的个数',
  distinctDays: '下单天数',
  first: '首次下单时间',
  last: '最近一次下单时间',
  daysSinceLast: '距上次下单天数',
  meanDaysBetween: '平均下单间隔天数',
};

/** Days that the words restrict the events to; null: all that ever happened. */
const daysTold = (zh: string) => {
  const [, days] = /^(?:有|没有)?近 (\d+) 天/.exec(zh) ?? [];
  return days === undefined ? null : Number(days);
};

interface Order {
  at: number;
  amount: number;
}

const localDay = (at: number) => Math.floor((at + 8 * 3_600_000) / dayMs);
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** What each function makes of orders, in the plainest words; null: nothing. */
const plainly: Record<Fn, (orders: Order[]) => number | null> = {
  count: (orders) => orders.length,
  sum: (orders) => sum(orders.map(({ amount }) => amount)),
  mean: (orders) => (orders.length === 0 ? null : sum(orders.map(({ amount }) => amount)) / orders.length),
  min: (orders) => (orders.length === 0 ? null : Math.min(...orders.map(({ amount }) => amount))),
  max: (orders) => (orders.length === 0 ? null : Math.max(...orders.map(({ amount }) => amount))),
  distinct: (orders) => new Set(orders.map(({ amount }) => amount)).size,
  distinctDays: (orders) => new Set(orders.map(({ at }) => localDay(at))).size,
  first: (orders) => (orders.length === 0 ? null : Math.min(...orders.map(({ at }) => at))),
  last: (orders) => (orders.length === 0 ? null : Math.max(...orders.map(({ at }) => at))),
  daysSinceLast: (orders) =>
    orders.length === 0 ? null : localDay(asOf) - localDay(Math.max(...orders.map(({ at }) => at))),
  meanDaysBetween: (orders) => {
    const at = orders.map((order) => order.at);
    return at.length < 2 ? null : (Math.max(...at) - Math.min(...at)) / dayMs / (at.length - 1);
  },
};

const history = fc.array(
  fc.record({ ago: fc.integer({ min: 0, max: 400 * 24 }), amount: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 6 },
);

const typedFor = (fn: Fn, operator: string): unknown => {
  const kind = subjectKind(withFunction(eventSubject('order'), fn, catalogue), memberScope, catalogue);
  if (kind?.types.includes('date'))
    return operator === 'betweenDates' ? { from: '2026-01-01', to: '2026-05-01' } : '2026-03-01';
  const n = fn === 'daysSinceLast' || fn === 'meanDaysBetween' ? 60 : 3;
  if (operator === 'between') return { from: 1, to: n };
  return operator === 'oneOf' || operator === 'noneOf' ? [n] : n;
};

const cases = aggregateFunctions.flatMap((fn) => {
  const kind = subjectKind(withFunction(eventSubject('order'), fn, catalogue), memberScope, catalogue);
  return operatorsFor(kind?.types ?? []).map(({ id }) => [fn, id] as const);
});

describe('a fresh row', () => {
  test.each(cases)('%s, %s: counts what its words say', (fn, operator) => {
    const row = freshRow(fn, operator, typedFor(fn, operator));
    const { ports, rows, diagnostics } = compiled([row]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'window-cuts')).toEqual([]);
    const [told] = rows;
    const matched = ports.get('it.matched');
    if (!told || !matched) throw new Error('the row isn’t compiled');
    const isHappening = operator === 'did' || operator === 'didNot';
    expect(told.phrase.zh).toContain(isHappening ? '下单记录' : words[fn]);
    const days = daysTold(told.phrase.zh);
    const stored = { date: 'attrs.date', money: 'attrs.money', number: 'attrs.number' };
    const type = told.type === 'date' || told.type === 'money' ? told.type : 'number';
    // The operator on the value itself: what operators mean, their own examples hold.
    const about: ConditionSubject = { kind: 'field', path: stored[type] };
    const onValue = isHappening ? null : compiled([{ ...row, subject: about }]).ports.get('it.matched');
    fc.assert(
      fc.property(history, (found) => {
        const orders = found.map(({ ago, amount }) => ({ at: asOf - ago * 3_600_000, amount }));
        const seen = orders.filter(({ at }) => days === null || localDay(asOf) - localDay(at) <= days);
        const value = plainly[fn](seen);
        const data: MemberData = {
          member: { attrs: {} },
          events: orders.map(({ at, amount }) => ({ type: 'order', at: new Date(at), props: { amount } })),
        };
        const held = evaluate(matched, data);
        if (!onValue) return held === (operator === 'did' ? (value ?? 0) > 0 : value === 0);
        const attrs = { [type]: value !== null && type === 'date' ? new Date(value) : value };
        return held === evaluate(onValue, { member: { attrs }, events: [] });
      }),
      { numRuns: 60 },
    );
  });

  test.each(aggregateFunctions)('as a metric, %s: is what its words say', (fn) => {
    const operand = withFunction(initialOperand('order'), fn, catalogue);
    const found = compileSubject(operand, environment);
    if (!found.ok) throw new Error('the metric isn’t compiled');
    const { value, label, type, warnings } = found.subject;
    expect(warnings).toEqual([]);
    expect(label.zh).toContain(words[fn]);
    const days = daysTold(label.zh);
    fc.assert(
      fc.property(history, (drawn) => {
        const orders = drawn.map(({ ago, amount }) => ({ at: asOf - ago * 3_600_000, amount }));
        const seen = orders.filter(({ at }) => days === null || localDay(asOf) - localDay(at) <= days);
        const events = orders.map(({ at, amount }) => ({
          type: 'order',
          at: new Date(at),
          props: { amount },
        }));
        const computed = compileExpression(value)({ member: {}, events });
        const expected = plainly[fn](seen);
        if (type === 'date' || expected === null || computed === null) expect(computed).toBe(expected);
        else expect(computed).toBeCloseTo(expected, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('keeps a window that somebody set, and no other, whatever functions are tried', () => {
    const fn = fc.constantFrom(...aggregateFunctions);
    const byHand = { kind: 'last' as const, n: 90, unit: 'days' as const };
    fc.assert(
      fc.property(fc.array(fn), fc.array(fn), fn, (before, after, last) => {
        const tried = before.reduce(
          (operand, next) => withFunction(operand, next, catalogue),
          eventSubject('order'),
        );
        expect(withFunction(tried, last, catalogue).window).toEqual(
          withFunction(eventSubject('order'), last, catalogue).window,
        );
        const set: EventOperand = { ...tried, window: byHand };
        const then = [...after, last].reduce((operand, next) => withFunction(operand, next, catalogue), set);
        expect(then.window).toEqual(byHand);
      }),
    );
  });
});

describe('“orders on at least 4 days, spent at least $200, last order within 180 days” over CDNOW', () => {
  const checkout = fileURLToPath(new URL('../../../', import.meta.url));
  const file = path.join(checkout, '../shared/data/cdnow/CDNOW_master.txt');
  const zone = 'America/New_York';
  const at = parseAsOf('1998-06-30', zone) ?? Number.NaN;
  const ever = { kind: 'allTime' } as const;

  test('a fresh row on the last order finds all; one that is kept to 90 days says that it doesn’t', () => {
    if (!existsSync(file)) throw new Error(`${file} is missing: the purchases stand beside the checkout.`);
    const customers = new Map<
      string,
      { days: Set<string>; spent: number; last: string; data: EventData[] }
    >();
    for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
      const [id = '', date = '', , paid = ''] = line.trim().split(/\s+/);
      const found = customers.get(id) ?? { days: new Set(), spent: 0, last: '', data: [] };
      const amount = Number(paid.replace('.', ''));
      found.days.add(date);
      found.spent += amount;
      if (date > found.last) found.last = date;
      const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}T16:00:00Z`;
      found.data.push({ type: 'order', at: new Date(iso), props: { amount } });
      customers.set(id, found);
    }
    const all = [...customers.values()];
    const expected = all.filter(
      ({ days, spent, last }) => days.size >= 4 && spent >= 20_000 && last >= '19980101',
    );
    const days = { ...withFunction(eventSubject('order'), 'distinctDays', catalogue), window: ever };
    const spent = { ...withFunction(eventSubject('order'), 'sum', catalogue), window: ever };
    const fresh = { ...freshRow('last', 'withinLast', undefined), value: { n: 180, unit: 'days' } };
    const count = (last: unknown) => {
      const rows = [
        { subject: days, operator: 'atLeast', value: 4 },
        { subject: spent, operator: 'atLeast', value: 20_000 },
        last,
      ];
      const { ports, diagnostics } = compiled(rows, { ...environment, timeZone: zone, asOf: at });
      const matched = ports.get('it.matched');
      if (!matched) throw new Error('the rows aren’t compiled');
      const holds = compilePredicate(matched);
      const n = all.filter(({ data }) => holds({ member: {}, events: data })).length;
      return { n, told: diagnostics.map(({ code }) => code) };
    };
    const within = (n: number) => ({
      ...fresh,
      subject: {
        ...withFunction(eventSubject('order'), 'last', catalogue),
        window: { kind: 'last', n, unit: 'days' },
      },
    });
    expect(expected).toHaveLength(2_084);
    expect(count(fresh)).toEqual({ n: 2_084, told: [] });
    expect(count(within(90))).toEqual({ n: 1_524, told: ['window-cuts'] });
    expect(count(within(365))).toEqual({ n: 2_084, told: [] });
  });
});

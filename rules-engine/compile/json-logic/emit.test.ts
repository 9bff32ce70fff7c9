import { describe, expect, test } from 'vitest';
import {
  aggregate,
  arithmetic,
  date,
  field,
  monthDay,
  number,
  points,
  text,
} from '../../ir/build-expression';
import {
  all,
  always,
  any,
  compare,
  listTest,
  never,
  not,
  oneOf,
  present,
  textTest,
} from '../../ir/build-predicate';
import type { Predicate } from '../../ir/predicate';
import { apply } from './apply';
import { emitChoice, emitPredicate } from './emit';
import { emitGraph } from './emit-graph';

const age = field('attrs.age', 'number');
const born = field('attrs.born', 'date');
const city = field('attrs.city', 'text');
const orders = aggregate({
  fn: 'count',
  eventType: 'order',
  of: null,
  from: null,
  to: 5,
  where: always,
  timeZone: 'UTC',
});
const spent = aggregate({
  fn: 'sum',
  eventType: 'order',
  of: field('props.amount', 'number'),
  from: 1,
  to: 5,
  where: compare('gt', field('props.amount', 'number'), number(0)),
  timeZone: 'UTC',
});
const ageLogic = { field: ['attrs.age', 'number'] };

describe('an artefact', () => {
  test.each<[string, Predicate, unknown]>([
    ['a constant', never, false],
    [
      'guards a comparison with what may be empty',
      compare('lt', age, number(30)),
      { and: [{ '!==': [ageLogic, null] }, { '<': [ageLogic, 30] }] },
    ],
    ['compares texts and numbers strictly', compare('eq', age, number(30)), { '===': [ageLogic, 30] }],
    [
      'lets empty equal nothing',
      compare('eq', age, arithmetic('+', age, number(0))),
      { and: [{ '!==': [ageLogic, null] }, { '===': [ageLogic, { calc: ['+', ageLogic, 0] }] }] },
    ],
    [
      'tests texts by part',
      textTest('contains', city, '海'),
      { in: ['海', { field: ['attrs.city', 'text'] }] },
    ],
    [
      'knows that the empty text is part of every text',
      textTest('contains', city, ''),
      { '!==': [{ field: ['attrs.city', 'text'] }, null] },
    ],
    ['looks up one of many', oneOf(age, [1, 2]), { in: [ageLogic, [1, 2]] }],
    [
      'tests lists',
      listTest('prefix', field('tags', 'list'), ['vip:']),
      { has_prefix: [{ field: ['tags', 'list'] }, ['vip:']] },
    ],
    ['turns round', not(present(age)), { '!': [{ '!==': [ageLogic, null] }] }],
    [
      'has dates in milliseconds',
      compare('eq', monthDay(born, 'UTC'), number(229)),
      { '===': [{ month_day: [{ field: ['attrs.born', 'date'] }, 'UTC'] }, 229] },
    ],
    [
      'counts without a guard',
      compare('gte', orders, number(4)),
      {
        '>=': [
          {
            event_aggregate: [
              { fn: 'count', eventType: 'order', of: null, from: null, to: 5, where: true, timeZone: 'UTC' },
            ],
          },
          4,
        ],
      },
    ],
    [
      'adds points without a guard',
      compare('gte', points([{ when: present(age), points: 5 }]), number(4)),
      { '>=': [{ '+': [{ if: [{ '!==': [ageLogic, null] }, 5, 0] }] }, 4] },
    ],
  ])('%s', (_, predicate, jsonLogic) => {
    expect(emitPredicate(predicate)).toEqual({ ok: true, jsonLogic });
  });

  test('is JSON: the copy gives the same', () => {
    const rule = all([compare('gte', spent, number(2)), compare('lt', born, date(5))]);
    const emitted = emitPredicate(rule);
    if (!emitted.ok) throw new Error(emitted.message.en);
    expect(JSON.parse(JSON.stringify(emitted.jsonLogic))).toEqual(emitted.jsonLogic);
    const member = {
      attrs: { born: new Date(4) },
      events: [
        { type: 'order', at: new Date(1), props: { amount: 2 } },
        { type: 'order', at: new Date(2), props: { amount: -1 } },
      ],
    };
    expect(apply(emitted.jsonLogic, member)).toEqual({ ok: true, result: true });
  });
});

describe('what is too big is a problem', () => {
  const condition = (i: number) => compare('eq', field(`attrs.f${i}`, 'number'), number(i));

  test('many operations, long texts, deep rules', () => {
    const many = any(Array.from({ length: 300 }, (_, i) => condition(i)));
    expect(emitPredicate(many)).toMatchObject({ ok: false, code: 'too-big' });
    const long = oneOf(city, [text('x'.repeat(70_000)).value].map(String));
    expect(emitPredicate(long)).toMatchObject({ ok: false, code: 'too-big' });
    const deep = Array.from({ length: 30 }, (_, i) => i).reduce<Predicate>(
      (inner, i) => (i % 2 ? all([condition(i), inner]) : any([condition(i), inner])),
      condition(99),
    );
    expect(emitPredicate(deep)).toMatchObject({ ok: false, code: 'too-deep' });
  });

  test('a small rule that is a huge text ends quickly', () => {
    let rule: Predicate = condition(0);
    for (let i = 1; i < 200; i += 1) {
      rule = any([
        all([rule, condition(3 * i), condition(3 * i + 1)]),
        all([rule, not(condition(3 * i)), condition(3 * i + 2)]),
      ]);
    }
    expect(emitPredicate(rule)).toMatchObject({ ok: false });
    expect(emitChoice([[rule, 'a']])).toMatchObject({ ok: false });
  });
});

describe('what is too big to be written out binds what it repeats', () => {
  const terms = Array.from({ length: 20 }, (_, i) => ({
    when: compare('gte', field(`attrs.f${i}`, 'number'), number(i)),
    points: 5,
  }));
  const score = points(terms);
  const bands = [80, 60, 40, 20].map((from): [Predicate, string] => [
    compare('gte', score, number(from)),
    `${from}`,
  ]);

  test('a score with several bands is written once', () => {
    const emitted = emitChoice([
      ...bands,
      ...bands.map(([when, then]): [Predicate, string] => [not(when), `not ${then}`]),
    ]);
    if (!emitted.ok) throw new Error(emitted.message.en);
    expect(JSON.stringify(emitted.jsonLogic).split('attrs.f7').length - 1).toBe(2);
    const attrs = Object.fromEntries(terms.slice(0, 13).map((_, i) => [`f${i}`, 100]));
    expect(apply(emitted.jsonLogic, { attrs })).toEqual({ ok: true, result: '60' });
    expect(apply(emitted.jsonLogic, {})).toEqual({ ok: true, result: 'not 80' });
  });

  test('a rule that forks and joins forty times is an artefact all the same', () => {
    let rule: Predicate = present(age);
    for (let i = 0; i < 40; i += 1) {
      const own = field(`attrs.b${i}`, 'boolean');
      rule = any([all([rule, present(own)]), all([rule, compare('gt', age, number(i))])]);
    }
    const emitted = emitPredicate(rule);
    if (!emitted.ok) throw new Error(emitted.message.en);
    expect(apply(emitted.jsonLogic, { attrs: { age: 50 } })).toEqual({ ok: true, result: true });
    expect(apply(emitted.jsonLogic, { attrs: { age: 30 } })).toEqual({ ok: true, result: false });
  });
});

describe('a graph', () => {
  const label = { zh: '', en: '' };
  const young = compare('lt', age, number(30));
  const rich = compare('gte', spent, number(100));
  const base = { kind: 'tag' as const, executable: true, rows: [], needs: [], cuts: [], diagnostics: [] };
  const node = (id: string) => ({
    id,
    summary: label,
    phrases: {},
    aside: null,
    result: null,
    inputs: ['in'],
    outputs: [],
  });
  const output = (id: string, members: Predicate, predicate = members) => ({
    node: id,
    value: id,
    label,
    members,
    predicate,
  });

  test('a tag tries its values in turn, each without what the earlier ones decide', () => {
    const emitted = emitGraph({
      ...base,
      ports: new Map([
        ['a.in', young],
        ['b.in', all([not(young), rich])],
        ['c.in', all([not(young), not(rich)])],
      ]),
      nodes: [node('a'), node('b'), node('c')],
      outputs: [
        output('a', young),
        output('b', all([not(young), rich])),
        output('c', all([not(young), not(rich)]), never),
      ],
    });
    const logic = (predicate: Predicate) => {
      const written = emitPredicate(predicate);
      return written.ok ? written.jsonLogic : null;
    };
    expect(emitted).toEqual({
      ok: true,
      jsonLogic: { if: [logic(young), 'a', logic(rich), 'b', true, 'c', null] },
    });
  });

  test('a segment is its predicate', () => {
    const graph = {
      ...base,
      kind: 'segment' as const,
      ports: new Map(),
      nodes: [],
      outputs: [output('a', young)],
    };
    expect(emitGraph(graph)).toEqual({ ...emitPredicate(young) });
  });

  test('what is unfinished or too big is told', () => {
    const unfinished = emitGraph({
      ...base,
      executable: false,
      ports: new Map(),
      nodes: [],
      outputs: [],
      needs: [{ key: 'k', node: 'n', members: always, value: age, n: 1, direction: 'highest' }],
    });
    expect(unfinished).toMatchObject({ ok: false, diagnostics: [{ code: 'needs-resolving', node: 'n' }] });
    const many = any(Array.from({ length: 300 }, (_, i) => compare('eq', age, number(i))));
    const big = emitGraph({
      ...base,
      kind: 'segment',
      ports: new Map(),
      nodes: [],
      outputs: [output('a', many)],
    });
    expect(big).toMatchObject({ ok: false, diagnostics: [{ code: 'too-big', node: null }] });
  });
});

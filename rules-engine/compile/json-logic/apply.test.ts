import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { emptyCatalogue } from '../../catalogue';
import { apply } from './apply';
import { engine } from './json-logic-js';

/** The cases published at jsonlogic.com/tests.json for implementations of JSON Logic, unchanged. */
const file = new URL('../../testing/json-logic-tests.json', import.meta.url);
const published = z
  .array(z.union([z.string(), z.tuple([z.unknown(), z.unknown(), z.unknown()])]))
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .filter((item) => typeof item !== 'string');

describe('the published cases', () => {
  test('are all here', () => expect(published).toHaveLength(278));

  test.each(published.map(([rule, data, expected]) => ({ rule, data, expected })))(
    '$rule on $data',
    ({ rule, data, expected }) => expect(apply(rule, data)).toEqual({ ok: true, result: expected }),
  );
});

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let logic: unknown = true;
  for (let i = 0; i < levels; i += 1) logic = wrap(logic);
  return logic;
}

describe('what is inherited is not data', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    'a.constructor',
    'a.b.__proto__',
    'hasOwnProperty.call',
  ])('var %s', (path) => {
    const data = { a: { b: {} } };
    expect(apply({ var: path }, data)).toEqual({ ok: true, result: null });
    expect(apply({ missing: [path] }, data)).toEqual({ ok: true, result: [path] });
    expect(apply({ field: [path, 'text'] }, data)).toEqual({ ok: true, result: null });
  });

  test('a key of that name is', () => {
    const data: unknown = JSON.parse('{"constructor": "a", "__proto__": {"b": "c"}}');
    expect(apply({ var: 'constructor' }, data)).toEqual({ ok: true, result: 'a' });
    expect(apply({ var: '__proto__.b' }, data)).toEqual({ ok: true, result: 'c' });
    expect(apply({ field: ['constructor', 'text'] }, data)).toEqual({ ok: true, result: 'a' });
  });

  test('operations are not inherited either', () => {
    for (const name of ['constructor', 'toString', '__proto__', 'var.constructor', 'cat.apply', 'method']) {
      const rule: unknown = JSON.parse(`{"${name}": [1]}`);
      expect(apply(rule, {})).toMatchObject({ ok: false, code: 'unknown-operation' });
    }
  });
});

describe('hostile rules are refused', () => {
  test('10,000 levels', () => {
    expect(
      apply(
        nested(10_000, (inner) => ({ '!': inner })),
        {},
      ),
    ).toMatchObject({ ok: false, code: 'too-deep' });
    expect(
      apply(
        nested(10_000, (inner) => [inner]),
        {},
      ),
    ).toMatchObject({ ok: false, code: 'too-deep' });
    expect(
      apply(
        nested(10_000, (inner) => ({ a: inner, b: 1 })),
        {},
      ),
    ).toMatchObject({ ok: false, code: 'too-deep' });
  });

  test('5 MB', () => {
    const megabytes = 'x'.repeat(5_000_000);
    expect(apply({ cat: [megabytes] }, {})).toMatchObject({ ok: false, code: 'too-big' });
    expect(apply({ [megabytes]: [1] }, {})).toMatchObject({ ok: false, code: 'too-big' });
    expect(apply({ in: [1, Array.from({ length: 700_000 }, (_, i) => i)] }, {})).toMatchObject({
      code: 'too-big',
    });
    expect(apply({ and: Array.from({ length: 501 }, () => ({ '!': false })) }, {})).toMatchObject({
      code: 'too-big',
    });
  });

  test('a circle, and what JSON does not have', () => {
    const circle: unknown[] = [];
    circle.push(circle);
    expect(apply({ and: circle }, {})).toMatchObject({ ok: false, code: 'too-deep' });
    expect(apply({ and: [undefined] }, {})).toMatchObject({ ok: false, code: 'not-logic' });
    expect(apply({ and: [1n] }, {})).toMatchObject({ ok: false, code: 'not-logic' });
    expect(apply(() => true, {})).toMatchObject({ ok: false, code: 'not-logic' });
  });

  test('loops in loops, and texts and lists that double', () => {
    const list = Array.from({ length: 300 }, (_, i) => i);
    const loops = nested(4, (inner) => ({ map: [{ var: '' }, inner] }));
    expect(apply({ map: [list, { map: [list, { map: [list, true] }] }] }, {})).toMatchObject({
      code: 'too-long',
    });
    expect(apply(loops, list)).toMatchObject({ ok: true });
    const doubled = (name: string) => ({ [name]: [{ var: 'accumulator' }, { var: 'accumulator' }] });
    expect(apply({ reduce: [list, doubled('cat'), 'x'] }, {})).toMatchObject({ ok: false, code: 'too-long' });
    expect(apply({ reduce: [list, doubled('merge'), [1]] }, {})).toMatchObject({
      ok: false,
      code: 'too-long',
    });
  });

  test('data are not rules', () => {
    // `missing` of json-logic-js evaluates what it is given: limits and operations hold there too.
    const rule = { missing: { var: 'keys' } };
    expect(apply(rule, { keys: [{ nothing: 1 }] })).toMatchObject({ ok: false, code: 'failed' });
    expect(
      apply(
        rule,
        nested(10_000, (inner) => ({ keys: inner })),
      ),
    ).toMatchObject({ ok: false, code: 'too-deep' });
  });

  test('arguments that do not fit', () => {
    for (const rule of [
      { field: ['a'] },
      { field: ['a', 'nothing'] },
      { field: [{ var: 'a' }, 'text'] },
      { event_aggregate: [{ fn: 'count' }] },
      { event_aggregate: [{ var: 'spec' }] },
      { calc: ['%', 1, 2] },
      { month_day: [0, 'Nowhere'] },
    ]) {
      expect(apply(rule, {})).toMatchObject({ ok: false, code: 'bad-operation' });
    }
    expect(apply({ all: [null, { reduce: [] }] }, {})).toEqual({ ok: true, result: false });
    expect(apply({ '+': { toString: 1 } }, {})).toMatchObject({ ok: false, code: 'unknown-operation' });
    expect(apply({ cat: { var: 'a' } }, { a: { toString: 1, valueOf: 2 } })).toMatchObject({
      code: 'failed',
    });
  });
});

describe('parts that a rule uses several times', () => {
  const bound = (values: unknown[], rule: unknown) => ({ with: [{ values, rule }] });

  test('are computed from the data, may use those before them, and leave the data as they are', () => {
    const rule = bound([{ field: ['a', 'number'] }, { '+': [{ value: 0 }, 1] }], {
      cat: [{ value: 1 }, { value: 0 }, { value: 1 }, { var: 'values' }],
    });
    const data = { a: 2 };
    expect(apply(rule, data)).toEqual({ ok: true, result: '323' });
    expect(data).toEqual({ a: 2 });
  });

  test('are refused outside, out of order, and where the data are others', () => {
    for (const rule of [
      { value: 0 },
      bound([1], { value: 1 }),
      bound([1], { value: -1 }),
      bound([1], { value: 0.5 }),
      bound([1], { value: 'length' }),
      bound([1], { value: { var: 'a' } }),
      bound([{ value: 0 }], true),
      bound([{ value: 1 }, true], true),
      bound([], true),
      { with: [{ values: [1] }] },
      { with: { var: 'a' } },
    ]) {
      expect(apply(rule, { a: 0 })).toMatchObject({ ok: false });
    }
    const elsewhere = bound([1], { map: [{ var: 'list' }, { value: 0 }] });
    expect(apply(elsewhere, { list: [{ a: 1 }] })).toMatchObject({ code: 'bad-operation' });
    const spec = {
      fn: 'count',
      eventType: 'a',
      of: null,
      from: null,
      to: 0,
      timeZone: 'UTC',
      where: { value: 0 },
    };
    expect(apply(bound([true], { event_aggregate: [spec] }), {})).toMatchObject({ code: 'bad-operation' });
  });

  test('can be a long chain', () => {
    const chain = Array.from({ length: 240 }, (_, i) => (i === 0 ? 1 : { '+': [{ value: i - 1 }, 1] }));
    expect(apply(bound(chain, { value: 239 }), {})).toEqual({ ok: true, result: 240 });
  });
});

test('the engine is as it was afterwards, and nothing is printed', () => {
  const before = engine.apply;
  const log = vi.spyOn(console, 'log');
  apply({ map: [[1, 2], { log: { var: '' } }] }, {});
  apply({ unknown: 1 }, {});
  apply({ month_day: [1, 'Nowhere'] }, {});
  expect(engine.apply).toBe(before);
  expect(log).not.toHaveBeenCalled();
});

test('dates come as dates or as MongoDB writes them in JSON', () => {
  const rule = { field: ['at', 'date'] };
  const at = Date.UTC(2024, 4, 1);
  for (const written of [
    new Date(at),
    { $date: '2024-05-01T00:00:00Z' },
    { $date: at },
    { $date: { $numberLong: String(at) } },
  ]) {
    expect(apply(rule, { at: written })).toEqual({ ok: true, result: at });
  }
  for (const written of ['2024-05-01', at, { $date: 'soon' }, { $date: null }, { $date: at, b: 1 }]) {
    expect(apply(rule, { at: written })).toEqual({ ok: true, result: null });
  }
});

describe('with a catalogue', () => {
  const label = { zh: '', en: '' };
  const described = { label, unit: null, options: [], personal: false };
  const catalogue = {
    ...emptyCatalogue,
    fields: { 'attrs.age': { ...described, path: 'attrs.age', type: 'number' as const } },
    eventTypes: {
      order: {
        type: 'order',
        label,
        props: { 'props.amount': { ...described, path: 'props.amount', type: 'money' as const } },
      },
    },
  };
  const check = (rule: unknown) => apply(rule, { attrs: { age: 20 } }, { catalogue });
  const spec = { fn: 'count', eventType: 'order', of: null, from: null, to: 0, timeZone: 'UTC', where: true };

  test('its fields can be read, as the type they have', () => {
    expect(check({ field: ['attrs.age', 'number'] })).toEqual({ ok: true, result: 20 });
    expect(check({ has_any: [{ field: ['tags', 'list'] }, ['a']] })).toEqual({ ok: true, result: false });
    expect(check({ event_aggregate: [spec] })).toEqual({ ok: true, result: 0 });
    const where = { '>': [{ field: ['props.amount', 'number'] }, 5] };
    expect(check({ event_aggregate: [{ ...spec, where }] })).toEqual({ ok: true, result: 0 });
  });

  test('nothing else can', () => {
    expect(check({ field: ['attrs.age', 'text'] })).toMatchObject({ code: 'unknown-path' });
    expect(check({ field: ['attrs.name', 'text'] })).toMatchObject({ code: 'unknown-path' });
    expect(check({ field: ['constructor', 'text'] })).toMatchObject({ code: 'unknown-path' });
    expect(check({ field: ['props.amount', 'number'] })).toMatchObject({ code: 'unknown-path' });
    expect(check({ var: 'attrs.age' })).toMatchObject({ code: 'unknown-operation' });
    const where = { '>': [{ field: ['attrs.age', 'number'] }, 5] };
    expect(check({ event_aggregate: [{ ...spec, where }] })).toMatchObject({ code: 'unknown-path' });
    expect(check({ event_aggregate: [{ ...spec, eventType: 'constructor', where }] })).toMatchObject({
      code: 'unknown-path',
    });
    const sum = { ...spec, fn: 'sum', of: ['props.cost', 'number'] };
    expect(check({ event_aggregate: [sum] })).toMatchObject({ code: 'unknown-path' });
  });
});

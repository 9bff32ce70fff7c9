import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText } from '@/lib/values/cell';
import { JsonColumns, jsonRow } from './json-row';
import { defaultLimits } from './limits';

const row = (text: string) => jsonRow({ line: 1, text }, new JsonColumns(), defaultLimits);

describe('a row of JSON', () => {
  test.each(['2208812345678901233', '1e21', '1E-7', '0.1000000000000000055511151231257827', '-0', '11.770'])(
    'the number %s keeps its digits',
    (text) => expect(row(`{"uid":${text}}`)?.cells).toEqual([{ literal: 'number', text }]),
  );

  test('texts, truth values, lists, objects and nothing stay different things', () => {
    expect(
      row('{"a":"true","b":true,"c":["x","y"],"d":[1,true],"e":[["x"]],"f":null,"g":["x",null],"h":[]}')
        ?.cells,
    ).toEqual([
      'true',
      { literal: 'boolean', text: 'true' },
      ['x', 'y'],
      ['1', 'true'],
      { unreadable: 'not-a-text', text: '[["x"]]' },
      undefined,
      { unreadable: 'not-a-text', text: '["x",null]' },
      [],
    ]);
  });

  test('any number of JSON comes as it is written', () => {
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,30})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(number, (text) => {
        expect(row(`{"n": ${text}}`)?.cells.map(cellText)).toEqual([text]);
      }),
    );
  });

  test('what JSON.parse takes is taken, and nothing else', () => {
    const soup = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'a', '\\', ' ', 'true'),
    });
    fc.assert(
      fc.property(fc.oneof(soup, fc.json()), (text) => {
        const isObject = () => {
          try {
            const parsed: unknown = JSON.parse(text);
            return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
          } catch {
            return false;
          }
        };
        const reason = row(text)?.reason?.code;
        if (text.trim() === '') expect(reason).toBeUndefined();
        else if (reason !== 'repeated-key') expect(reason === undefined).toBe(isObject());
      }),
      { numRuns: 500 },
    );
  });

  test('nested 5,000 and 100,000 deep: a reason', () => {
    for (const depth of [5_000, 100_000]) {
      for (const [open, close] of [
        ['{"a":', '}'],
        ['[', ']'],
      ] as const) {
        const deep = `{"id":1,"x":${open.repeat(depth)}1${close.repeat(depth)}}`;
        expect(row(deep)?.reason?.code).toBe('nested-too-deep');
      }
    }
    expect(row(`{"a":"${'['.repeat(5_000)}"}`)?.reason).toBeNull();
  });

  test('a key that stands twice with two values', () => {
    expect(row('{"id":1,"id":2}')?.reason).toMatchObject({ code: 'repeated-key', params: { value: 'id' } });
    expect(row('{"id":1,"id":1}')?.reason).toBeNull();
  });
});

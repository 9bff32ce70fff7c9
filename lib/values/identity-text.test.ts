import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_EMPTY_WORDS } from '@/lib/contracts/empty-words';
import type { Cell } from './cell';
import { emptyWords } from './empty-words';
import { identityText } from './identity-text';

const undeclared = emptyWords(undefined);
const usual = emptyWords(DEFAULT_EMPTY_WORDS);
const none = emptyWords([]);
const read = (cell: Cell, words = undeclared) => {
  const result = identityText(cell, words);
  return 'value' in result ? { value: result.value } : result.reason.code;
};
const number = (text: string): Cell => ({ literal: 'number', text });

describe('identityText', () => {
  test.each<[Cell, unknown]>([
    [number('2208812345678901233'), { value: '2208812345678901233' }],
    [number('2208812345678901234'), { value: '2208812345678901234' }],
    [number('-5'), { value: '-5' }],
    [number('13800138000.0'), { value: '13800138000' }],
    [number('1e21'), 'shortened-by-spreadsheet'],
    [number('2.208812345678901E18'), 'shortened-by-spreadsheet'],
    [number('12.5'), 'not-a-whole-number'],
    [{ literal: 'boolean', text: 'true' }, 'truth-value-as-id'],
    ['TRUE', 'truth-value-as-id'],
    [['x', 'y'], 'not-a-text'],
    [['x'], 'not-a-text'],
    [{ unreadable: 'not-a-text', text: '{"a":1}' }, 'not-a-text'],
    [{ unreadable: 'number-too-large', text: '2208812345678901400' }, 'number-too-large'],
    ['1.39E+10', 'shortened-by-spreadsheet'],
    ['1.39E10', 'shortened-by-spreadsheet'],
    ['1,39E+10', 'shortened-by-spreadsheet'],
    ['1E+10', 'shortened-by-spreadsheet'],
    ['12E5', { value: '12E5' }],
    ['5e10ab', { value: '5e10ab' }],
    ['13800138000.0', { value: '13800138000' }],
    ['00012.00', { value: '00012' }],
    ['2208812345678901248.0', 'shortened-by-spreadsheet'],
    ['1718000000.123', { value: '1718000000.123' }],
    ['1234567890123456789012', { value: '1234567890123456789012' }],
    ['����', 'broken-text'],
    ['a\ud800', 'broken-text'],
    ['a\u0000', 'broken-text'],
    ['a\u0007b', 'broken-text'],
    ['a\u0085b', 'broken-text'],
    ['#REF!', 'spreadsheet-error'],
    ['  ', { value: '' }],
    [undefined, { value: '' }],
    [' A 1 ', { value: 'A 1' }],
  ])('%j is %j', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  test.each(['NULL', 'null', 'N/A', 'n/a', '-', '--', '\\N', '无', 'NaN', '#N/A', 'ｎｕｌｌ'])(
    'the word %s is empty where the mapping says so, and rejected where it says nothing',
    (word) => {
      expect(read(word, usual)).toEqual({ value: '' });
      expect(read(` ${word} `, usual)).toEqual({ value: '' });
      expect(read(word, undeclared)).toBe('empty-word');
    },
  );

  test('a mapping without such words takes them as they are', () => {
    expect(read('NULL', none)).toEqual({ value: 'NULL' });
    expect(read('无此人', usual)).toEqual({ value: '无此人' });
  });

  test('what is accepted is the cell as it stands, but for .0 and the space around it', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[+-]?\d{1,20}([.,]\d{1,4})?([eE][+-]?\d{1,3})?$/),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (cell, isNumber) => {
        const result = identityText(isNumber ? number(cell) : cell, none);
        if (!('value' in result) || result.value === '') return;
        expect(cell.trim().replace(/^([-－]?\d+)[.,]0+$/, '$1')).toBe(result.value);
        expect(result.value).not.toMatch(/[\ufffd\p{Cc}\p{Cs}]/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import { optionIndex } from '@/lib/services/import/rows/option-index';
import type { Cell } from './cell';
import { normaliseIdentity } from './identity-value';
import { localToInstant } from './local-time';
import { valueReader } from './value-reader';

const context = {
  toInstant: localToInstant('UTC'),
  optionOf: optionIndex([{ value: 'F', label: { zh: '女', en: 'Female' } }]),
};
const read = (spec: ValueSpec, cell: Cell) => {
  const result = valueReader(spec, context)(cell);
  return 'value' in result ? result.value : result.reason.code;
};

describe('valueReader', () => {
  test.each<[ValueSpec, Cell, unknown]>([
    [{ type: 'text' }, '  王 ', '王'],
    [{ type: 'text' }, '', undefined],
    [{ type: 'text' }, undefined, undefined],
    [{ type: 'text' }, 'a\u0000b', 'broken-text'],
    [{ type: 'text' }, '\ud800', 'broken-text'],
    [{ type: 'text' }, ['a'], 'not-a-text'],
    [{ type: 'text' }, { unreadable: 'not-a-text', text: '{}' }, 'not-a-text'],
    [{ type: 'option', unknown: 'reject' }, '女', 'F'],
    [{ type: 'option', unknown: 'reject' }, 'Female', 'F'],
    [{ type: 'option', unknown: 'reject' }, '男', 'unknown-option'],
    [{ type: 'option', unknown: 'add' }, '男', '男'],
    [{ type: 'number', unit: null }, '1,234.5', 1234.5],
    [{ type: 'number', unit: null }, '12', 12],
    [{ type: 'number', unit: null }, '1e400', 'number-too-large'],
    [{ type: 'number', unit: null }, '9007199254740993', 'number-too-large'],
    [{ type: 'number', unit: null }, 'NaN', 'not-a-number'],
    [{ type: 'number', unit: null }, 'Infinity', 'not-a-number'],
    [{ type: 'money', currency: 'CNY', amount: 'major' }, '¥12.30', 1230],
    [{ type: 'money', currency: 'CNY', amount: 'minor' }, '1230', 1230],
    [{ type: 'money', currency: 'CNY', amount: 'minor' }, '12.3', 'too-many-decimals'],
    [{ type: 'boolean' }, '是', true],
    [{ type: 'boolean' }, 'No', false],
    [{ type: 'boolean', yes: ['已订阅'], no: ['未订阅'] }, '未订阅', false],
    [{ type: 'boolean' }, '也许', 'not-a-boolean'],
    [{ type: 'date', format: 'YYYYMMDD' }, '20261122', new Date('2026-11-22T00:00:00Z')],
    [{ type: 'date', format: 'YYYYMMDD' }, '2026-11-22', 'not-a-date'],
    [{ type: 'day', format: 'YYYY-MM-DD' }, '1990-05-01', new Date('1990-05-01T00:00:00Z')],
    [{ type: 'day', format: 'YYYY-MM-DD' }, '1990-05-01 08:00', 'day-with-time'],
    [{ type: 'day', format: 'YYYY-MM-DD' }, '1990-02-30', 'not-a-date'],
    [{ type: 'list', separator: '、' }, '美妆、 穿搭、、美妆', ['美妆', '穿搭']],
    [{ type: 'list', separator: ',' }, '["a,b","c"]', ['a,b', 'c']],
    [{ type: 'list', separator: ',' }, ' , ', undefined],
    [{ type: 'list', separator: ',' }, ['a', 'b'], ['a', 'b']],
  ])('%j reads %j', (spec, cell, expected) => {
    expect(read(spec, cell)).toEqual(expected);
  });
});

test('a text has a limit', () => {
  expect(read({ type: 'text' }, 'x'.repeat(10_000))).toHaveLength(10_000);
  expect(read({ type: 'text' }, 'x'.repeat(10_001))).toBe('text-too-long');
});

describe('normaliseIdentity', () => {
  test.each([
    ['phone', '138 0013 8000', '+8613800138000'],
    ['phone', '+86-13800138000', '+8613800138000'],
    ['phone', '13800138000', '+8613800138000'],
    ['phone', '021-62345678', '+862162345678'],
    ['phone', '+1 415 555 2671', '+14155552671'],
    ['email', ' Anna@Example.COM ', 'anna@example.com'],
    ['unionid', ' oAbC_1:2 ', 'oAbC_1:2'],
  ])('%s %s is %s', (type, text, value) => {
    expect(normaliseIdentity(type, text)).toEqual({ value });
  });

  test.each([
    ['phone', '12345', 'not-a-phone'],
    ['phone', '99999999999', 'not-a-phone'],
    ['email', 'anna@', 'not-an-email'],
    ['email', 'a b@c.de', 'not-an-email'],
    ['unionid', 'a\u0007b', 'not-an-identity'],
    ['constructor', ' ', 'not-an-identity'],
  ])('%s %s is refused', (type, text, code) => {
    expect(normaliseIdentity(type, text)).toMatchObject({ reason: { code } });
  });
});

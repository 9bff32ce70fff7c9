import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { guessFile } from './guess-file';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('guessFile', () => {
  test.each([
    ['a,b\n1,2\n3,4\n', { format: 'csv', delimiter: ',', header: true, encoding: 'utf-8' }],
    ['a;b\n1,5;2\n3,1;4\n', { format: 'csv', delimiter: ';' }],
    ['a|b\n1|2\n', { format: 'csv', delimiter: '|' }],
    ['a\tb\n1\t2,3\n', { format: 'tsv' }],
    [' customer_id  date\r\n 00001 19970101\r\n', { format: 'whitespace', header: true }],
    ['{"a":1}\n{"a":2}\n', { format: 'ndjson' }],
    ['13800138000\n13800138001\n', { format: 'csv', header: false }],
    ['oabCDE1234fgh\noabCDE5678ijk\n', { format: 'csv', header: false }],
    ['oabCDE1234fgh\n', { format: 'csv', header: false }],
    ['openid\noabCDE1234fgh\noabCDE5678ijk\n', { format: 'csv', header: true }],
    ['customer\nC0000001\nC0000002\n', { format: 'csv', header: true }],
    ['手机号\n13800138000\n', { format: 'csv', header: true }],
    ['anna@example.com,1\nbob@example.com,2\n', { format: 'csv', header: false }],
    ['', { format: 'csv' }],
  ])('%j', (text, expected) => {
    expect(guessFile(utf8(text))).toMatchObject(expected);
  });

  test('GBK, UTF-16 with and without a mark, UTF-8 cut in the middle of a character', () => {
    const text = '姓名,城市\n王伟,上海\n李娜,北京\n';
    expect(guessFile(iconv.encode(text, 'gbk')).encoding).toBe('gbk');
    expect(guessFile(iconv.encode(text, 'utf-16le', { addBOM: true })).encoding).toBe('utf-16le');
    expect(guessFile(iconv.encode('name,city\nanna,berlin\n', 'utf-16le')).encoding).toBe('utf-16le');
    expect(guessFile(utf8(text).subarray(0, -2)).encoding).toBe('utf-8');
    expect(guessFile(utf8(`\ufeff${text}`)).encoding).toBe('utf-8');
  });
});

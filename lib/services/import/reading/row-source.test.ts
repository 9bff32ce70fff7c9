import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { cellText } from '@/lib/values/cell';
import { quoted } from './csv-record';
import type { ReadLimits } from './limits';
import { rejectsFileSpec, rejectsHeader, rejectsLine } from './rejects-file';
import type { Row } from './row';
import type { TextSpec } from './row-reader';
import { openMendedRows, openRows } from './row-source';

const csv = rejectsFileSpec;

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

interface Options {
  file?: TextSpec;
  size?: number;
  limits?: ReadLimits;
  mended?: boolean;
}

async function read(
  input: string | Uint8Array,
  { file = csv, size = 7, limits, mended = false }: Options = {},
) {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const open = mended ? openMendedRows : openRows;
  const source = open(pieces(bytes, size), file, { limits });
  const rows: Row[] = [];
  for await (const chunk of source.chunks) rows.push(...chunk.rows);
  return { columns: [...source.columns], rows, leftOut: source.leftOut };
}

const texts = (rows: readonly Row[]) => rows.map(({ cells }) => Array.from(cells, cellText));
const outline = (rows: readonly Row[]) => rows.map(({ line, reason }) => [line, reason?.code ?? null]);

describe('CSV', () => {
  test('quotes, line ends, a byte order mark, empty lines and the line numbers', async () => {
    const { columns, rows } = await read(
      '\ufeffname,"note ""a"""\r\n"王, 五","two\nlines"\n\n x ,y"z\r\nlast,1',
    );
    expect(columns).toEqual(['name', 'note "a"']);
    expect(texts(rows)).toEqual([
      ['王, 五', 'two\nlines'],
      [' x ', 'y"z'],
      ['last', '1'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
  });

  test('a quotation mark that is never closed spoils its own line and no other', async () => {
    const { rows } = await read('a,b\n1,2\n3,"4\n5,6\n7,8\n', {
      limits: { lineLength: 1_000, columns: 10, recordLines: 50 },
    });
    expect(outline(rows)).toEqual([
      [2, null],
      [3, 'broken-quotes'],
      [4, null],
      [5, null],
    ]);
    expect(texts(rows)[1]).toEqual(['3,"4']);
  });

  test('text after a closing mark', async () => {
    const { rows } = await read('a,b\n"1"x,2\n3,4\n');
    expect(outline(rows)).toEqual([
      [2, 'broken-quotes'],
      [3, null],
    ]);
  });

  test('too many and too few columns', async () => {
    const { rows } = await read('a,b\n1\n1,2,3\n1,2,,\n');
    expect(outline(rows)).toEqual([
      [2, null],
      [3, 'too-many-columns'],
      [4, null],
    ]);
    expect(texts(rows)[1]).toEqual(['1,2,3']);
  });

  test('a line beyond the limit is rejected without being kept', async () => {
    const limits = { lineLength: 20, columns: 10, recordLines: 5 };
    const { rows } = await read(`a,b\n${'x'.repeat(1_000)},1\n1,2\n`, { limits });
    expect(outline(rows)).toEqual([
      [2, 'line-too-long'],
      [3, null],
    ]);
  });

  test('columns without a name, and names that occur twice or reach a prototype', async () => {
    const { columns } = await read('a,,a,__proto__,constructor\n1,2,3,4,5\n');
    expect(columns).toEqual(['a', 'column_2', 'a_2', '__proto__', 'constructor']);
  });

  test('without a header the columns have numbers', async () => {
    const { columns, rows } = await read('1,2\n3,4\n', { file: { ...csv, header: false } });
    expect(columns).toEqual(['column_1', 'column_2']);
    expect(texts(rows)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('any table survives being written and read, in pieces of any size', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '王', '"', ',', '\n', ' ', '=', '😀'),
      maxLength: 6,
    });
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const lines = rows.map((cells) => ['x', ...cells].map((text) => quoted(text, ',')).join(','));
        const answer = await read(['k,a,b', ...lines].join('\n'), { size });
        expect(texts(answer.rows)).toEqual(rows.map((cells) => ['x', ...cells]));
      }),
    );
  });

  test('no line is lost, whatever stands in the file', async () => {
    const soup = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '1'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const { rows } = await read(`a,b\n${text}`, { size });
        const lines = `a,b\n${text}`.split(/\r?\n/);
        const covered = new Set<number>();
        for (const { line, cells } of rows) {
          const height = Array.from(cells, cellText).join('').split('\n').length;
          for (let n = line; n < line + height; n += 1) covered.add(n);
        }
        const expected = lines.flatMap((line, index) => (index > 0 && line.trim() !== '' ? index + 1 : []));
        expect(expected.filter((line) => !covered.has(line))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('other formats', () => {
  test('whitespace', async () => {
    const file: TextSpec = { ...csv, format: 'whitespace' };
    const { columns, rows } = await read(' id  date\r\n 001   19970101\r\n\r\n 002\r\n', { file });
    expect(columns).toEqual(['id', 'date']);
    expect(texts(rows)).toEqual([['001', '19970101'], ['002']]);
    expect(outline(rows)[1]).toEqual([4, 'too-few-columns']);
  });

  test('GBK and UTF-16, in pieces that cut characters', async () => {
    const text = '姓名,城市\n王伟,上海\n';
    const gbk = await read(iconv.encode(text, 'gbk'), { file: { ...csv, encoding: 'gbk' }, size: 1 });
    const utf16 = await read(iconv.encode(text, 'utf-16le', { addBOM: true }), {
      file: { ...csv, encoding: 'utf-16le' },
      size: 3,
    });
    for (const { columns, rows } of [gbk, utf16]) {
      expect(columns).toEqual(['姓名', '城市']);
      expect(texts(rows)).toEqual([['王伟', '上海']]);
    }
  });

  test('NDJSON: nested keys, new keys later, lists, lost digits, broken lines, prototypes', async () => {
    const file: TextSpec = { ...csv, format: 'ndjson' };
    const lines = [
      '{"id":"1","order":{"amount":11.77,"tags":["a","b"]}}',
      '{"id":12345678901234567890,"late":true,"deep":{"a":{"b":{"c":{"d":1}}}}}',
      '[1,2]',
      '{"id":"3"',
      '{"__proto__":{"x":"1"},"id":"4"}',
    ];
    const { columns, rows } = await read(lines.join('\n'), { file });
    expect(columns).toEqual(['id', 'order.amount', 'order.tags', 'late', 'deep.a.b.c', '__proto__.x']);
    expect(rows[0]?.cells).toEqual(['1', { literal: 'number', text: '11.77' }, ['a', 'b']]);
    expect(rows[1]?.cells[0]).toEqual({ literal: 'number', text: '12345678901234567890' });
    expect(rows[1]?.cells[3]).toEqual({ literal: 'boolean', text: 'true' });
    expect(rows[1]?.cells[4]).toEqual({ unreadable: 'not-a-text', text: '{"d":1}' });
    expect(outline(rows)).toEqual([
      [1, null],
      [2, null],
      [3, 'broken-json'],
      [4, 'broken-json'],
      [5, null],
    ]);
  });
});

describe('files of rejected rows', () => {
  test('original cells survive the way there and back, formulas and all', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', "'", '1', 'a', ',', '"', '\n', '王'),
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), async (rows) => {
        const lines = rows.map((cells) => rejectsLine(['7', 'a', 'why', ''], cells));
        const file = `${rejectsHeader(['a', 'b'])}${lines.join('')}`;
        const answer = await read(file, { mended: true, file: { ...csv, format: 'tsv', encoding: 'gbk' } });
        expect(answer.columns).toEqual(['a', 'b']);
        expect(texts(answer.rows)).toEqual(rows.map((cells) => [...cells]));
      }),
    );
  });

  test('a raw line is split as the original file was', async () => {
    const file = `${rejectsHeader(['a', 'b'])}${rejectsLine(['3', '', 'why', '1;2'], ['', ''])}`;
    const { rows } = await read(file, { mended: true, file: { ...csv, delimiter: ';' } });
    expect(texts(rows)).toEqual([['1', '2']]);
  });

  test('a cell that could be a formula is made harmless, a phone stays', () => {
    expect(rejectsLine(['=1+1', '+8613800138000', '-5', '@x'], [])).toBe("'=1+1,+8613800138000,-5,'@x\r\n");
  });
});

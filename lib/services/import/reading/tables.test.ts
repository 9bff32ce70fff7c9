import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { encodings, type FileSpec, fileSpecSchema } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { quoted } from './csv-record';
import { guessFile } from './guess-file';
import type { Row } from './row';
import { openRows } from './row-source';

async function read(bytes: Uint8Array, { format, ...file }: FileSpec, size = 1_000) {
  if (format === 'xlsx') throw new Error('no text');
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const source = openRows(pieces(), { ...file, format });
  const rows: Row[] = [];
  for await (const chunk of source.chunks) rows.push(...chunk.rows);
  return { columns: [...source.columns], rows, leftOut: source.leftOut };
}

const texts = (rows: readonly Row[]) => rows.map(({ cells }) => Array.from(cells, cellText));
const spec = (file: object) => fileSpecSchema.parse({ format: 'csv', ...file });

/** Letters that each encoding has beyond ASCII. */
const letters: Record<FileSpec['encoding'], readonly string[]> = {
  'utf-8': ['é', '王', '😀'],
  gbk: ['王', '伟', '。'],
  gb18030: ['王', '㐀'],
  big5: ['陳', '麗'],
  shift_jis: ['山', 'ｽ', 'カ'],
  'euc-kr': ['김', '울'],
  'utf-16le': ['é', '王', '😀'],
  'utf-16be': ['é', '王', '😀'],
  'windows-1252': ['é', 'Ü', '€'],
  'iso-8859-1': ['é', 'Ü'],
  'iso-8859-15': ['é', '€', 'œ'],
  macintosh: ['é', 'Ü', 'ñ'],
};

describe('any table', () => {
  const table = fc.record({
    encoding: fc.constantFrom(...encodings),
    mark: fc.constantFrom(',', ';', '|', '\t'),
    end: fc.constantFrom('\n', '\r', '\r\n'),
    isAllQuoted: fc.boolean(),
    size: fc.integer({ min: 1, max: 50 }),
    seeds: fc.array(fc.array(fc.nat(), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
  });

  test('in any encoding, with any separator and line ends, quoted or not, comes back cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ encoding, mark, end, isAllQuoted, size, seeds }) => {
        const units = [...letters[encoding], 'a', '"', ',', ';', '|', '\n', '\r', '\r\n', ' ', '1'];
        const cell = (seed: number) =>
          units[seed % units.length] + (units[Math.floor(seed / 31) % units.length] ?? '');
        const rows = seeds.map((cells) => ['x', ...cells.map(cell)]);
        const write = (text: string) =>
          isAllQuoted ? `"${text.replaceAll('"', '""')}"` : quoted(text, mark);
        const lines = [['k', 'a', 'b', 'c'], ...rows].map((cells) => cells.map(write).join(mark) + end);
        const bytes = iconv.encode(lines.join(''), encoding);
        const file = spec({
          encoding,
          ...(mark === '\t' ? { format: 'tsv' } : { delimiter: mark }),
        });
        const answer = await read(bytes, file, size);
        expect(answer.columns).toEqual(['k', 'a', 'b', 'c']);
        expect(texts(answer.rows)).toEqual(rows);
      }),
      { numRuns: 400 },
    );
  });

  test('of ordinary orders is guessed: separator, line ends, encoding, titles and totals', async () => {
    const names: Partial<Record<FileSpec['encoding'], readonly string[]>> = {
      'utf-8': ['王伟', 'Zoë'],
      gbk: ['王伟', '李娜', '上海市'],
      big5: ['王小明', '陳美麗', '台北市'],
      shift_jis: ['山田太郎', '佐藤花子', '東京都'],
      'euc-kr': ['김철수', '이영희', '서울'],
      'utf-16le': ['王伟', 'Zoë'],
      'windows-1252': ['René Müller', 'José Peña', 'François'],
      macintosh: ['René Müller', 'José Peña', 'François'],
    };
    const encoding = fc.constantFrom(...encodings.filter((one) => names[one] !== undefined));
    const order = fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 100, max: 99_999 }));
    const file = fc.record({
      encoding,
      mark: fc.constantFrom(',', ';', '|', '\t'),
      end: fc.constantFrom('\n', '\r', '\r\n'),
      titles: fc.integer({ min: 0, max: 5 }),
      hasTotal: fc.boolean(),
      orders: fc.array(order, { minLength: 4, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ encoding: made, mark, end, titles, hasTotal, orders }) => {
        const people = names[made] ?? [];
        const rows = orders.map(([who, day, cents], index) => [
          `1380013${String(8000 + (cents % 1000))}`,
          people[(who + index) % people.length] ?? '',
          `2026-01-${String((day % 28) + 1).padStart(2, '0')}`,
          (cents / 100).toFixed(2),
        ]);
        const lines = [
          ...Array.from({ length: titles }, (_, index) => `Report ${index + 1}`),
          ['phone', 'name', 'day', 'amount'].join(mark),
          ...rows.map((cells) => cells.join(mark)),
          ...(hasTotal ? [['total', '', '', '1.00'].join(mark)] : []),
        ];
        const bytes = iconv.encode(lines.map((line) => line + end).join(''), made);
        const guessed = guessFile({ head: bytes, tail: bytes });
        expect(guessed).toMatchObject({ skip: titles, footerCells: hasTotal ? 2 : 0, header: true });
        const answer = await read(bytes, guessed);
        expect(answer.columns).toEqual(['phone', 'name', 'day', 'amount']);
        expect(texts(answer.rows)).toEqual(rows);
        expect(answer.leftOut).toMatchObject({ before: titles, after: hasTotal ? 1 : 0 });
      }),
      // A guess at an encoding goes by frequencies: the same tables each time.
      { numRuns: 200, seed: 20_260_105 },
    );
  });
});

describe('line ends', () => {
  test('mixed within a quoted cell they stay as they are', async () => {
    const { rows } = await read(Buffer.from('a,b\r"1\r2\n3\r\n4",x\n5,6\r\n'), spec({}), 3);
    expect(texts(rows)).toEqual([
      ['1\r2\n3\r\n4', 'x'],
      ['5', '6'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([2, 6]);
  });

  // As one of the public files has it: old Mac, orders of a shop, dates like 9/7/11.
  test('5,009 orders with CR line ends in Mac Roman are read as they stand', async () => {
    const orders = Array.from({ length: 5_009 }, (_, n) => [
      String(36_000 + n),
      n % 7 === 0 ? 'José "Pepe" Muñoz, Málaga' : 'Zoë O’Brien',
      `${(n % 12) + 1}/${(n % 28) + 1}/11`,
      `$${(n % 900) + 1}.50`,
      n % 11 === 0 ? 'gift\rwrapped – “nice”' : '',
    ]);
    const head = ['Order ID', 'Customer', 'Order Date', 'Sales', 'Note'];
    const text = [head, ...orders]
      .map((cells) => cells.map((cell) => quoted(cell, ',')).join(','))
      .join('\r');
    const bytes = iconv.encode(text, 'macintosh');
    const file = guessFile({ head: bytes.subarray(0, 65_536), tail: bytes.subarray(-65_536) });
    expect(file).toMatchObject({
      format: 'csv',
      encoding: 'macintosh',
      delimiter: ',',
      header: true,
      skip: 0,
      footerCells: 0,
    });
    const { columns, rows } = await read(bytes, file, 262_144);
    expect(columns).toEqual(head);
    expect(texts(rows)).toEqual(orders);
  });
});

describe('lines that are no rows', () => {
  const bill = 'sep=;\ntitle\n\nname;sum;note\na;1;x\nb;2;\n------\ntotal;3;\n';

  test('those in front and at the end are left out, counted and kept', async () => {
    const file = guessFile({ head: Buffer.from(bill), tail: Buffer.from(bill) });
    expect(file).toMatchObject({ delimiter: ';', skip: 3 });
    const { columns, rows, leftOut } = await read(Buffer.from(bill), { ...file, footerCells: 1 });
    expect(columns).toEqual(['name', 'sum', 'note']);
    expect(rows.map(({ line }) => line)).toEqual([5, 6, 7, 8]);
    expect(leftOut).toMatchObject({ before: 3, after: 0 });
    const foot = await read(Buffer.from(bill.replace(';2;', ';2;y')), { ...file, footerCells: 2 });
    expect(foot.rows.map(({ line }) => line)).toEqual([5, 6]);
    expect(foot.leftOut.lines.slice(-2)).toEqual([
      { where: 'after', line: 7, text: '------' },
      { where: 'after', line: 8, text: 'total  3' },
    ]);
  });

  test('a row with few cells in the middle is a row, and no row is lost whatever the setting', async () => {
    const line = fc.array(fc.constantFrom('', 'x', '"q"', 'y z'), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.nat(4),
        fc.nat(4),
        async (lines, footerCells, skip) => {
          const text = ['a,b,c', ...lines.map((cells) => cells.join(','))].join('\n');
          const { rows, leftOut } = await read(Buffer.from(text), spec({ header: false, footerCells, skip }));
          const all = text.split('\n');
          const empty = all.slice(skip).filter((one) => /^,*$/.test(one.trim())).length;
          const blankRows = rows.filter(({ cells }) => cells.every((cell) => cellText(cell) === '')).length;
          const blankLeft = leftOut.lines.filter(
            ({ where, text: kept }) => where === 'after' && kept === '',
          ).length;
          expect(rows.length - blankRows + leftOut.after - blankLeft + leftOut.before + empty).toBe(
            all.length,
          );
          const seen = [...rows.map((row) => row.line), ...leftOut.lines.map((one) => one.line ?? 0)];
          expect(new Set(seen).size).toBe(seen.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a file of footers alone is held only so far', async () => {
    const { rows, leftOut } = await read(
      Buffer.from(`a,b,c\n${'x,,\n'.repeat(5_000)}`),
      spec({ footerCells: 1 }),
    );
    expect([rows.length, leftOut.after, leftOut.lines.length]).toEqual([4_000, 1_000, 20]);
  });

  test('tabs that a bill adds to its cells are space', async () => {
    const { columns, rows } = await read(Buffer.from('交易号\t,金额 ,\n2026\t,1.00 ,\n'), spec({}));
    expect(columns).toEqual(['交易号', '金额', 'column_3']);
    expect(texts(rows)).toEqual([['2026\t', '1.00 ', '']]);
  });
});

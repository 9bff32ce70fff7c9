import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { type FileSpec, fileSpecSchema } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { openFile } from '../open-file';
import type { Row } from '../reading/row';
import { workbookOf, zipOf } from '../testing/zip';
import { exactNumber } from './exact-number';
import { guessWorkbook } from './guess-workbook';
import { formatOf } from './number-formats';
import { sheetNames } from './open-workbook';
import { serialDate } from './serial-date';

let folder: string;
let files = 0;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagloom-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function stored(bytes: Uint8Array): Promise<string> {
  files += 1;
  const file = path.join(folder, `${files}.xlsx`);
  await writeFile(file, bytes);
  return file;
}

async function read(file: string, spec: Partial<FileSpec> = {}) {
  const source = await openFile(file, fileSpecSchema.parse({ format: 'xlsx', ...spec }));
  const rows: Row[] = [];
  for await (const chunk of source.chunks) rows.push(...chunk.rows);
  return { columns: [...source.columns], rows, leftOut: source.leftOut };
}

const cellsOf = async (xml: string, options: Parameters<typeof workbookOf>[1] = {}) =>
  (await read(await stored(workbookOf({ S: `<sheetData>${xml}</sheetData>` }, options)), { header: false }))
    .rows;

describe('cells', () => {
  test('texts: shared, in place, of formulas, with formats, how they are pronounced, escapes', async () => {
    const strings =
      '<si><t>王伟</t></si><si><r><t>a </t></r><r><rPr><b/></rPr><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>1_x000A_2 &amp; _x005F_x000A_</t></si>';
    const [row] = await cellsOf(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
        '<c r="D1" t="inlineStr"><is><t>in</t></is></c><c r="F1" t="str"><f>A1</f><v>of a formula</v></c></row>',
      { strings },
    );
    expect(row?.cells).toEqual(['王伟', 'a b', '1\n2 & _x000A_', 'in', undefined, 'of a formula']);
  });

  test('numbers, truth values, errors, formulas with and without a result', async () => {
    const [row] = await cellsOf(
      '<row r="1"><c r="A1"><v>1.1299999999999999</v></c><c r="B1"><v>2.2088123456789002E+18</v></c>' +
        '<c r="C1"><v>2208812345678901233</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c>' +
        '<c r="F1"><f>1+1</f><v>2</v></c><c r="G1"><f>1+1</f></c><c r="H1"/></row>',
    );
    expect(row?.cells).toEqual([
      { literal: 'number', text: '1.13' },
      { literal: 'number', text: '2.2088123456789002E+18' },
      { literal: 'number', text: '2208812345678901233' },
      { literal: 'boolean', text: 'true' },
      { unreadable: 'spreadsheet-error', text: '#N/A' },
      { literal: 'number', text: '2' },
      { unreadable: 'formula-without-value', text: '' },
      undefined,
    ]);
  });

  test('dates of both systems come as ISO texts without a zone; zeros in front stay', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="00000"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>';
    const xml =
      '<row><c s="1"><v>46027</v></c><c s="2"><v>46027</v></c><c s="1"><v>46027.33554398148</v></c><c s="3"><v>46027</v></c>' +
      '<c s="4"><v>123</v></c><c s="5"><v>0.5</v></c><c s="1"><v>-1</v></c><c s="0"><v>46027</v></c></row>';
    const [row] = await cellsOf(xml, { styles });
    expect(row?.cells.map(cellText)).toEqual([
      '2026-01-05',
      '2026-01-05T00:00:00',
      '2026-01-05T08:03:11',
      '2026-01-05',
      '00123',
      '12:00:00',
      '-1',
      '46027',
    ]);
    const [late] = await cellsOf(xml, { styles, properties: '<workbookPr date1904="1"/>' });
    expect(cellText(late?.cells[0])).toBe('2030-01-06');
  });

  test('cells covered by a merged one over rows are rejected, those beside it are empty', async () => {
    const xml =
      '<sheetData><row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>sum</v></c></row>' +
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>9</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3"/></row></sheetData>' +
      '<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="A4:B4"/></mergeCells>';
    const { rows } = await read(await stored(workbookOf({ S: xml })));
    expect(rows.map(({ cells }) => cells[1])).toEqual([
      { literal: 'number', text: '9' },
      { unreadable: 'merged-cell', text: '' },
    ]);
  });

  test.each([
    ['11.77', '11.77'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['1.3912345678E10', '13912345678'],
    ['1E+20', '1E+20'],
    ['-0', '0'],
    ['999999999999999', '999999999999999'],
    ['abc', null],
  ])('the number %s', (stored, shown) => expect(exactNumber(stored)).toBe(shown));

  test('any amount of cents is the same after a double has been written with 17 digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(Number(exactNumber(Number(text).toPrecision(17)))).toBe(Number(text));
        expect(exactNumber(Number(text).toPrecision(17))).not.toMatch(/\.\d{3}/);
      }),
    );
  });

  test.each([
    ['yyyy-mm-dd hh:mm', { kind: 'date', hasDay: true, hasTime: true }],
    ['[$-804]yyyy"年"m"月";@', { kind: 'date', hasDay: true, hasTime: false }],
    ['[h]:mm:ss', { kind: 'date', hasDay: false, hasTime: true }],
    ['#,##0.00_);[Red](#,##0.00)', { kind: 'number' }],
    ['"days" 0', { kind: 'number' }],
    ['0.00E+00', { kind: 'number' }],
    ['General', { kind: 'number' }],
    ['000000', { kind: 'zeros', digits: 6 }],
  ])('the format %s', (code, expected) => expect(formatOf(code)).toEqual(expected));

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [0, null],
    [-1, null],
  ])('the day %d', (days, expected) =>
    expect(serialDate(days, { from1904: false, hasDay: true, hasTime: false })).toBe(expected),
  );
});

describe('sheets', () => {
  const sheet = (...rows: string[][]) =>
    `<sheetData>${rows.map((cells) => `<row>${cells.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`).join('')}</sheetData>`;

  test('the first one unless one is named; titles and totals are left out and told', async () => {
    const file = await stored(
      workbookOf({
        首页: sheet(['说明']),
        '订单 &amp; 退款': sheet(
          ['一月订单'],
          ['手机号', '门店', '金额'],
          ['13800138000', 'a', '1'],
          ['13900139000', 'b', '2'],
          ['合计', '', '3'],
        ),
      }),
    );
    expect(await sheetNames(file)).toEqual(['首页', '订单 & 退款']);
    const spec = await guessWorkbook(file, '订单 & 退款');
    expect(spec).toMatchObject({ skip: 1, header: true, footerCells: 2 });
    const { columns, rows, leftOut } = await read(file, spec);
    expect(columns).toEqual(['手机号', '门店', '金额']);
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(leftOut).toEqual({
      before: 1,
      after: 1,
      lines: [
        { where: 'before', line: 1, text: '一月订单' },
        { where: 'after', line: 5, text: '合计  3' },
      ],
    });
    await expect(read(file, { sheet: 'Z' })).rejects.toMatchObject({
      code: 'no-such-sheet',
      params: { sheet: 'Z' },
    });
  });

  test('what another program wrote comes back: texts, numbers, days, truth values', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '王', '<', '&', '"', '\n', '=', 'é', '😀', '_x'),
      minLength: 1,
      maxLength: 8,
    });
    const number = fc.oneof(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 1, max: 10 ** 9 }).map((n) => n / 100),
    );
    const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    const row = fc.tuple(
      text.filter((one) => one.trim() !== ''),
      number,
      day,
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (table) => {
        const data = table.map(([a, n, at, is]) => [
          { value: a, type: String },
          { value: n, type: Number },
          {
            value: new Date(Math.floor(at.getTime() / 1000) * 1000),
            type: Date,
            format: 'yyyy-mm-dd hh:mm:ss',
          },
          { value: is, type: Boolean },
        ]);
        const file = await stored(await writeWorkbook(data, { sheet: '表' }).toBuffer());
        const { rows } = await read(file, { header: false });
        expect(rows.map(({ cells }) => cells.map(cellText))).toEqual(
          table.map(([a, n, at, is]) => [a, String(n), at.toISOString().slice(0, 19), String(is)]),
        );
      }),
      { numRuns: 30 },
    );
  });
});

describe('what is no workbook', () => {
  const notOne = { code: 'not-a-workbook' };

  test('other zips, cut ones, other bytes, broken XML', async () => {
    const whole = workbookOf({ S: '<sheetData/>' });
    await expect(read(await stored(zipOf({ 'a.txt': 'x' })))).rejects.toMatchObject(notOne);
    await expect(read(await stored(whole.subarray(0, whole.length - 30)))).rejects.toMatchObject(notOne);
    await expect(read(await stored(Buffer.from('a,b\n1,2\n')))).rejects.toMatchObject(notOne);
    await expect(read(await stored(workbookOf({ S: '<sheetData><row></sheetData>' })))).rejects.toMatchObject(
      notOne,
    );
    const flipped = Buffer.from(whole);
    flipped.fill(0xff, 60, 90);
    await expect(read(await stored(flipped))).rejects.toMatchObject(notOne);
  });

  test('a bomb: refused before it is unpacked', async () => {
    const bomb = workbookOf({ S: `<sheetData>${' '.repeat(80_000_000)}</sheetData>` });
    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(read(await stored(bomb))).rejects.toMatchObject({ code: 'unpacks-too-large' });
  });

  test('entities that stand for more and more are not expanded', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    const parts = workbookOf({ S: '' });
    expect(parts.length).toBeGreaterThan(0);
    const file = await stored(
      zipOf({
        '_rels/.rels':
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="w.xml"/></Relationships>',
        'w.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="s"/></sheets></workbook>',
        '_rels/w.xml.rels':
          '<Relationships><Relationship Id="s" Type="x/worksheet" Target="s.xml"/></Relationships>',
        's.xml': xml,
      }),
    );
    await expect(read(file)).rejects.toMatchObject(notOne);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileSpecSchema } from '@/lib/contracts/import-mapping';
import { cellText } from '@/lib/values/cell';
import { defaultLimits } from './limits';
import type { Row } from './row';
import { openRows } from './row-source';

const file = { ...fileSpecSchema.parse({ format: 'json' }), format: 'json' as const };

async function read(text: string, size = 7, limits = defaultLimits) {
  const bytes = Buffer.from(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  const source = openRows(pieces(), file, { limits });
  const rows: Row[] = [];
  for await (const chunk of source.chunks) rows.push(...chunk.rows);
  return { columns: [...source.columns], rows };
}

const outline = (rows: readonly Row[]) => rows.map(({ line, reason }) => [line, reason?.code ?? null]);

describe('JSON', () => {
  test('an array however it is laid out, in pieces of any size, gives its objects', async () => {
    const value = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', '"', '\\', '[', '}', ',', '王', '\n'), maxLength: 5 }),
      fc.integer(),
      fc.constant(null),
    );
    const objects = fc.array(
      fc.record({ a: value, b: fc.array(fc.string({ maxLength: 3 }), { maxLength: 3 }) }),
      { maxLength: 6 },
    );
    const layout = fc.constantFrom(undefined, 2, '\t');
    await fc.assert(
      fc.asyncProperty(
        objects,
        layout,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        async (list, space, size, isArray) => {
          const text = isArray
            ? JSON.stringify(list, null, space)
            : list.map((one) => JSON.stringify(one, null, space)).join('\r\n');
          const { rows } = await read(text, size);
          expect(rows.map(({ cells, reason }) => [reason, ...[cells[0], cells[1]].map(cellText)])).toEqual(
            list.map(({ a, b }) => [null, a === null ? '' : String(a), JSON.stringify(b)]),
          );
          expect(rows.map(({ line }) => line)).toEqual(list.map((_, index) => index + 1));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what is no object, is nested too deep or too long is a row of its own', async () => {
    const deep = `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`;
    const { rows } = await read(
      `[{"a":1}, 2, [3], {"a" 4}, ${deep}, {"a":"${'x'.repeat(30_000)}"}, null,\n{"a":5}]`,
      999,
      {
        ...defaultLimits,
        lineLength: 20_000,
      },
    );
    expect(outline(rows)).toEqual([
      [1, null],
      [2, 'broken-json'],
      [3, 'broken-json'],
      [4, 'broken-json'],
      [5, 'nested-too-deep'],
      [6, 'line-too-long'],
      [7, 'broken-json'],
      [8, null],
    ]);
  });

  test('an array that is cut off says so', async () => {
    expect(outline((await read('[{"a":1},{"a":2}')).rows)).toEqual([
      [1, null],
      [2, null],
      [3, 'cut-off'],
    ]);
    expect(outline((await read('[{"a":1},{"a":')).rows)).toEqual([
      [1, null],
      [2, 'broken-json'],
      [3, 'cut-off'],
    ]);
  });

  test('a string that isn’t closed spoils its object and not those of the next lines', async () => {
    const { rows } = await read('[\n{"a":"x},\n{"a":"y"},\n{"a":"z"}\n]');
    expect(outline(rows).at(-1)).toEqual([rows.length, null]);
    expect(rows.some(({ reason }) => reason?.code === 'broken-json')).toBe(true);
  });

  test('nothing of any text is lost: all but marks and space is in a row', async () => {
    const soup = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', 'a', '\\', ' ', '\n'),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (text, size) => {
        const { rows } = await read(text, size);
        const letters = (one: string) => one.replace(/[^1a]/g, '').length;
        const broken = rows.filter(({ reason }) => reason !== null).map(({ cells }) => cellText(cells[0]));
        const fine = rows.filter(({ reason }) => reason === null);
        // Objects that are fine have names as well, which are columns.
        if (fine.length === 0) expect(letters(broken.join(''))).toBe(letters(text));
      }),
      { numRuns: 500 },
    );
  });

  test('no more of the file is read than the rows need', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('[');
      for (;;) {
        given += 1;
        yield Buffer.from(`{"n":${given}},`.repeat(1_000));
      }
    }
    let seen = 0;
    for await (const { rows } of openRows(endless(), file).chunks) {
      seen += rows.length;
      expect(given).toBeLessThanOrEqual(seen / 1_000 + 1);
      if (seen >= 50_000) break;
    }
  });
});

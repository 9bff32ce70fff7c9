import { readWholeXml } from './xml';
import type { ZipParts } from './zip-parts';

/** What a cell's number is by its format: a number, with zeros in front to so many digits, or a point in time. */
export type NumberFormat =
  | { readonly kind: 'number' }
  | { readonly kind: 'zeros'; readonly digits: number }
  | { readonly kind: 'date'; readonly hasDay: boolean; readonly hasTime: boolean };

const plain: NumberFormat = { kind: 'number' };
const day: NumberFormat = { kind: 'date', hasDay: true, hasTime: false };
const time: NumberFormat = { kind: 'date', hasDay: false, hasTime: true };
const dayTime: NumberFormat = { kind: 'date', hasDay: true, hasTime: true };

/** The formats that need no code in the file; 27–36 and 50–58 are those of East Asian Excels. */
const builtIn: ReadonlyMap<number, NumberFormat> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, day] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, time] as const),
  [22, dayTime],
]);

/** The formats of a workbook by the number that cells give (`s`). */
export async function readNumberFormats(parts: ZipParts, path: string | null): Promise<NumberFormat[]> {
  if (path === null) return [];
  const custom = new Map<number, NumberFormat>();
  const ids: number[] = [];
  let isInCells = false;
  await readWholeXml(parts.bytes(path), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt') custom.set(Number(numFmtId), formatOf(formatCode ?? ''));
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) ids.push(Number(numFmtId ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return ids.map((id) => custom.get(id) ?? builtIn.get(id) ?? plain);
}

/** What a format code makes of a number: `yyyy-mm-dd hh:mm`, `00000`, `#,##0.00`, `[h]:mm`. */
export function formatOf(code: string): NumberFormat {
  // Only the part for positive numbers counts; texts in it, colours and conditions don't.
  const [shown = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  if (/^0{2,20}$/.test(shown.trim())) return { kind: 'zeros', digits: shown.trim().length };
  const letters = shown.replace(/general|standard|am\/pm|a\/p|e[+-]/gi, (found) =>
    /^a/i.test(found) ? 'h' : '',
  );
  const hasTime = /[hs]/i.test(letters);
  const hasDay = /[yde]/i.test(letters) || (/m/i.test(letters) && !hasTime);
  return hasDay || hasTime ? { kind: 'date', hasDay, hasTime } : plain;
}

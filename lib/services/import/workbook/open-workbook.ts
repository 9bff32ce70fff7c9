import { stat } from 'node:fs/promises';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { LeftOut } from '@/lib/contracts/left-out';
import { cellText } from '@/lib/values/cell';
import { LeftOutCounter } from '../reading/left-out';
import { defaultLimits, type ReadLimits } from '../reading/limits';
import type { RowChunk } from '../reading/row';
import type { RowSource } from '../reading/row-source';
import { TableRows } from '../reading/table-rows';
import { MergedCells } from './merged-cells';
import { readNumberFormats } from './number-formats';
import { readSharedStrings } from './shared-strings';
import { sheetRows } from './sheet-rows';
import { readWorkbook, sheetOf } from './workbook';
import { ZipParts } from './zip-parts';

/**
 * Opens a sheet of a workbook as rows, which have the numbers of the sheet. Reading throws `not-a-workbook`,
 * `no-such-sheet`, `unpacks-too-large`.
 */
export function openWorkbook(path: string, file: FileSpec, limits: ReadLimits = defaultLimits): RowSource {
  const leftOut = new LeftOutCounter();
  const table = new TableRows(file, limits, leftOut);
  return {
    columns: table.columns,
    get leftOut(): LeftOut {
      return leftOut.result;
    },
    chunks: chunksOf(path, file, { table, limits, leftOut }),
  };
}

async function* chunksOf(
  path: string,
  { sheet, skip }: FileSpec,
  { table, limits, leftOut }: { table: TableRows; limits: ReadLimits; leftOut: LeftOutCounter },
): AsyncGenerator<RowChunk> {
  for await (const { rows, bytes } of workbookRows(path, sheet, limits)) {
    const belonging = rows.filter((row) => {
      if (row.line > skip) return true;
      leftOut.add('before', row.line, row.cells.map(cellText).join('  ').trim());
      return false;
    });
    yield { rows: table.accept(belonging), bytes };
  }
  yield { rows: table.end(), bytes: 0 };
}

/** The rows of a sheet as they stand, titles and all; `bytes` is their share of the file. */
export async function* workbookRows(
  path: string,
  sheet: string | null,
  limits: ReadLimits = defaultLimits,
): AsyncGenerator<RowChunk> {
  const { size } = await stat(path);
  const parts = await ZipParts.open(path);
  try {
    const workbook = await readWorkbook(parts);
    const { path: cells } = sheetOf(workbook, sheet);
    const strings = await readSharedStrings(parts, workbook.sharedStrings);
    const formats = await readNumberFormats(parts, workbook.styles);
    const merged = await MergedCells.read(parts.bytes(cells));
    const context = { strings, formats, from1904: workbook.from1904, merged, limits };
    const perByte = size / Math.max(1, parts.sizeOf(cells));
    for await (const { rows, bytes } of sheetRows(parts.bytes(cells), context)) {
      yield { rows, bytes: Math.floor(bytes * perByte) };
    }
  } finally {
    parts.close();
  }
}

/** The names of the sheets of a workbook that have cells, hidden ones last. Throws `not-a-workbook`. */
export async function sheetNames(path: string): Promise<string[]> {
  const parts = await ZipParts.open(path);
  try {
    const { sheets } = await readWorkbook(parts);
    return [...sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden)).map(({ name }) => name);
  } finally {
    parts.close();
  }
}

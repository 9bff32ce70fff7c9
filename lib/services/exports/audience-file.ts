import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { withGuard } from '@/lib/values/formula-guard';
import type { Cell, Column } from './columns';

export interface FileFormat {
  format: 'csv' | 'ndjson';
  columns: readonly Column[];
  /** CSV: begin with a byte order mark. */
  bom: boolean;
}

export interface WrittenFile {
  rows: number;
  bytes: number;
  sha256: string;
}

/**
 * Writes batches of rows to `path`, as fast as the disk takes them and holding one batch at a time. The file has its
 * name only when it is whole: until then it ends in `.part`.
 */
export async function writeAudienceFile(
  path: string,
  format: FileFormat,
  batches: AsyncIterable<readonly Cell[][]>,
  signal: AbortSignal,
): Promise<WrittenFile> {
  const hash = createHash('sha256');
  const written: WrittenFile = { rows: 0, bytes: 0, sha256: '' };
  async function* chunks(): AsyncGenerator<Buffer> {
    const head = header(format);
    if (head) yield counted(head);
    for await (const rows of batches) {
      written.rows += rows.length;
      if (rows.length > 0) yield counted(lines(format, rows));
    }
  }
  function counted(text: string): Buffer {
    const bytes = Buffer.from(text, 'utf8');
    hash.update(bytes);
    written.bytes += bytes.length;
    return bytes;
  }
  await pipeline(chunks, createWriteStream(`${path}.part`), { signal });
  await rename(`${path}.part`, path);
  return { ...written, sha256: hash.digest('hex') };
}

function header({ format, columns, bom }: FileFormat): string {
  if (format === 'ndjson') return '';
  return (bom ? '\uFEFF' : '') + stringify([columns.map((column) => column.path)]);
}

function lines({ format, columns }: FileFormat, rows: readonly Cell[][]): string {
  if (format === 'csv') return stringify(rows.map((row) => row.map(csvCell)));
  return rows
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(columns.map(({ path }, i) => [path, row[i] ?? null])))}\n`,
    )
    .join('');
}

/** The file is opened by people: a text that a spreadsheet would run as a formula is made harmless. */
function csvCell(cell: Cell): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  return withGuard(Array.isArray(cell) ? cell.join('|') : String(cell));
}

import type { FileSpec } from '@/lib/contracts/import-mapping';
import { fileBytes, fileHead } from '../open-file';
import { isRejectsFile } from '../reading/rejects-file';
import type { Row } from '../reading/row';
import { openRows } from '../reading/row-source';

export interface Sample {
  columns: string[];
  rows: Row[];
  /** No row of the file is missing. */
  isWhole: boolean;
}

/** The columns of a file and its first rows, without reading further than needed. */
export async function sampleRows(path: string, file: FileSpec, limit: number): Promise<Sample> {
  const mended = isRejectsFile(await fileHead(path, 512));
  const source = openRows(fileBytes(path), file, { mended });
  const rows: Row[] = [];
  for await (const chunk of source.chunks) {
    const room = limit - rows.length;
    rows.push(...chunk.rows.slice(0, room));
    if (chunk.rows.length > room) return { columns: [...source.columns], rows, isWhole: false };
  }
  return { columns: [...source.columns], rows, isWhole: true };
}

import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { LeftOut } from '@/lib/contracts/left-out';
import { openFile } from '../open-file';
import type { Row } from '../reading/row';

export interface Sample {
  columns: string[];
  rows: Row[];
  /** Whole only when the sample is the whole file. */
  leftOut: LeftOut;
}

/** The columns of a file and its first rows, without reading further than needed. Throws what `openFile` does. */
export async function sampleRows(path: string, file: FileSpec, limit: number): Promise<Sample> {
  const source = await openFile(path, file);
  const rows: Row[] = [];
  for await (const chunk of source.chunks) {
    rows.push(...chunk.rows.slice(0, limit - rows.length));
    if (rows.length >= limit) break;
  }
  return { columns: [...source.columns], rows, leftOut: source.leftOut };
}

import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { LeftOut } from '@/lib/contracts/left-out';
import { openFile } from '../open-file';
import type { Row } from '../reading/row';

export interface Sample {
  columns: string[];
  rows: Row[];
  /** No row of the file is missing. */
  isWhole: boolean;
  /** Whole only when the sample is the whole file. */
  leftOut: LeftOut;
}

/** The columns of a file and its first rows, without reading further than needed. Throws what `openFile` does. */
export async function sampleRows(path: string, file: FileSpec, limit: number): Promise<Sample> {
  const source = await openFile(path, file);
  const rows: Row[] = [];
  for await (const chunk of source.chunks) {
    const room = limit - rows.length;
    rows.push(...chunk.rows.slice(0, room));
    if (chunk.rows.length > room)
      return { columns: [...source.columns], rows, isWhole: false, leftOut: source.leftOut };
  }
  return { columns: [...source.columns], rows, isWhole: true, leftOut: source.leftOut };
}

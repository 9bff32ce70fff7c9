import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { InspectAnswer } from '@/lib/contracts/imports';
import { fileBytes, fileHead } from '../open-file';
import { isRejectsFile } from '../reading/rejects-file';
import { openRows } from '../reading/row-source';
import { isFilled, type SampledColumn } from './guess-columns';
import type { Sample } from './sample-rows';

export interface ScanLimits {
  rows: number;
  /** Asked after each piece of the file: whether somebody has waited long enough. */
  isLate: () => boolean;
}

const MAX_ROWS = 500_000;
const MAX_MS = 6_000;

function defaultLimits(): ScanLimits {
  const end = performance.now() + MAX_MS;
  return { rows: MAX_ROWS, isLate: () => performance.now() > end };
}

/**
 * Reads on after the sample for the columns that it leaves open (05/01 of a file whose 13/01 comes later), and says how
 * far: to the end, or as far as somebody can be kept waiting. Their tallies have the rest of the rows then.
 */
export async function scanColumns(
  path: string,
  file: FileSpec,
  sample: Sample,
  columns: readonly SampledColumn[],
  limits: ScanLimits = defaultLimits(),
): Promise<InspectAnswer['looked']> {
  const open = columns.flatMap(({ tally }, index) => (tally?.isOpen() ? { tally, index } : []));
  const sampled = sample.rows.length;
  if (open.length === 0 || sample.isWhole) return { rows: sampled, isWhole: sample.isWhole };
  const mended = isRejectsFile(await fileHead(path, 512));
  let rows = 0;
  for await (const chunk of openRows(fileBytes(path), file, { mended }).chunks) {
    for (const row of chunk.rows) {
      rows += 1;
      if (rows > limits.rows) return { rows: limits.rows, isWhole: false };
      if (rows <= sampled || row.reason) continue;
      for (const { tally, index } of open) if (isFilled(row.cells[index])) tally.add(row.cells[index]);
    }
    if (limits.isLate()) return { rows: Math.max(rows, sampled), isWhole: false };
  }
  return { rows, isWhole: true };
}

import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { InspectAnswer } from '@/lib/contracts/imports';
import { openFile } from '../open-file';
import { isFilled, type SampledColumn } from './guess-columns';
import type { Sample } from './sample-rows';

export interface ScanLimits {
  rows: number;
  /** Asked after each piece of the file: whether somebody has waited long enough. */
  isLate: () => boolean;
}

/** A few seconds. Rows are the bound, so that a busy machine asks what an idle one asks; time only ends what is stuck. */
const MAX_ROWS = 500_000;
const MAX_MS = 60_000;

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
  const source = await openFile(path, file);
  let rows = 0;
  for await (const chunk of source.chunks) {
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

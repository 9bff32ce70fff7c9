import type { ListDoc } from '@/lib/db/documents';
import { fileBytes } from '@/lib/services/import/open-file';
import { openRows } from '@/lib/services/import/reading/row-source';
import { CellFinder } from '@/lib/services/import/rows/cell-finder';
import { cellText } from '@/lib/services/import/values/cell';
import { normaliseIdentity } from '@/lib/services/import/values/identity-value';

/** Ids that came with one piece of the file, each once in the whole of it. */
export interface IdChunk {
  /** As stored with members. */
  valid: string[];
  /** As they stood in the file. */
  invalid: string[];
  bytes: number;
}

/** Reads the ids of a list's file, each once; empty cells don't count. */
export async function* readIds(
  path: string,
  { file, column, identityType }: Pick<ListDoc, 'file' | 'column' | 'identityType'>,
): AsyncGenerator<IdChunk> {
  const source = openRows(fileBytes(path), file);
  const cells = new CellFinder(source.columns);
  const seen = new Set<string>();
  for await (const { rows, bytes } of source.chunks) {
    const chunk: IdChunk = { valid: [], invalid: [], bytes };
    for (const row of rows) {
      const text = (row.reason ? cellText(row.cells[0]) : cellText(cells.cell(row, column))).trim();
      if (text === '') continue;
      const result = row.reason ? null : normaliseIdentity(identityType, text);
      const valid = result !== null && 'value' in result;
      const id = valid ? result.value : text;
      if (seen.has(id)) continue;
      seen.add(id);
      (valid ? chunk.valid : chunk.invalid).push(id);
    }
    yield chunk;
  }
}

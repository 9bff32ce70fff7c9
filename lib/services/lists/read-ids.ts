import { hash } from 'node:crypto';
import { fileSpecSchema } from '@/lib/contracts/import-mapping';
import { Problem } from '@/lib/contracts/problem';
import type { ListDoc } from '@/lib/db/documents';
import { openFile } from '@/lib/services/import/open-file';
import type { Row } from '@/lib/services/import/reading/row';
import { CellFinder } from '@/lib/services/import/rows/cell-finder';
import { OccurrenceCounter } from '@/lib/services/import/rows/occurrence-counter';
import { type Cell, cellText } from '@/lib/values/cell';
import { emptyWords } from '@/lib/values/empty-words';
import { identityText } from '@/lib/values/identity-text';
import { normaliseIdentity } from '@/lib/values/identity-value';
import type { ReadResult } from '@/lib/values/read-result';

/** One id of a file. */
export interface ListId {
  line: number;
  /** As it stands in the file. */
  text: string;
  /** As it is stored with members, or why it can't be one. */
  id: ReadResult<string>;
}

/** What came with one piece of the file. */
export interface IdChunk {
  /** Each id once in the whole file. */
  ids: ListId[];
  /** Lines with an id that had come before. */
  repeated: number;
  bytes: number;
}

/** Beyond this a list is no list that people keep, and remembering which ids have come takes too much memory. */
export const MAX_IDS = 5_000_000;

/** Reads the ids of a list's file; empty cells don't count. Throws `too-large`. */
export async function* readIds(
  path: string,
  { file, column, identityType }: Pick<ListDoc, 'file' | 'column' | 'identityType'>,
  limit = MAX_IDS,
): AsyncGenerator<IdChunk> {
  // Lists made before a way of reading files was added don't have it.
  const source = await openFile(path, fileSpecSchema.parse(file));
  const cells = new CellFinder(source.columns);
  const seen = new OccurrenceCounter();
  let distinct = 0;
  for await (const { rows, bytes } of source.chunks) {
    const chunk: IdChunk = { ids: [], repeated: 0, bytes };
    for (const row of rows) {
      const found = readId(row, identityType, () => cells.cell(row, column));
      if (found === null) continue;
      if (seen.next(sameId(found)) > 0) chunk.repeated += 1;
      else chunk.ids.push(found);
    }
    distinct += chunk.ids.length;
    if (distinct > limit) throw tooLarge(limit);
    yield chunk;
  }
}

/** A list has no words of its own for an empty cell: the usual ones are no ids. */
const words = emptyWords(undefined);

/** Null for a row that has nothing where the ids are. */
function readId(row: Row, identityType: string, cellOf: () => Cell): ListId | null {
  const { line, reason } = row;
  if (reason) return { line, text: cellText(row.cells[0]).trim(), id: { reason } };
  const cell = cellOf();
  const text = identityText(cell, words);
  if ('value' in text && text.value === '') return null;
  const id = 'reason' in text ? text : normaliseIdentity(identityType, text.value);
  return { line, text: cellText(cell).trim(), id };
}

/** What is the same for the same id in another spelling; lines too long to be kept have no text to compare. */
function sameId({ line, text, id }: ListId): string {
  const key = 'value' in id ? `id ${id.value}` : text === '' ? `line ${line}` : `text ${text}`;
  return hash('sha1', key, 'base64');
}

function tooLarge(limit: number): Problem {
  const n = (locale: string) => new Intl.NumberFormat(locale).format(limit);
  return new Problem('too-large', { limit: { zh: `${n('zh-CN')} 个标识`, en: `${n('en')} ids` } });
}

import type { Db } from 'mongodb';
import type { ImportMerge, MergesAnswer, MergesQuery } from '@/lib/contracts/import-merges';
import { collection } from '@/lib/db/collections';
import type { Identity } from '@/lib/db/documents';
import type { ImportDoc, ImportMergeDoc } from '@/lib/db/import-documents';
import { insertNew } from '@/lib/db/insert-new';
import { identityKey } from '@/lib/members/identity-key';
import { rejectsLine } from '../reading/rejects-file';
import type { MergedRow } from '../writing/batch';
import { findImport } from './find-import';
import { rejectRange } from './rejects';

const SHOWN_OTHERS = 5;

/** Stores what merges, and forgets what was to `instead`; what was stored before an interruption stays. */
export async function storeMerges(
  db: Db,
  importId: string,
  merges: readonly MergedRow[],
  instead: readonly MergedRow[] = [],
): Promise<void> {
  const docs = merges.map((merge): ImportMergeDoc => {
    const { line, member, added, shared, others } = merge;
    const isNew = member.startsWith('+');
    const _id = mergeId(importId, merge);
    return { _id, line, member: isNew ? null : member, added, shared, others: others.slice(0, SHOWN_OTHERS) };
  });
  const ids = instead.map((merge) => mergeId(importId, merge));
  if (ids.length > 0) await collection(db, 'importMerges').deleteMany({ _id: { $in: ids } });
  await insertNew(collection(db, 'importMerges'), docs, '_id_');
}

function mergeId(importId: string, { line, added }: MergedRow): string {
  return `${importId}:${String(line).padStart(10, '0')}:${identityKey(added)}`;
}

/** How many merged up to a line, this included. */
export async function countMerges(db: Db, { _id }: Pick<ImportDoc, '_id'>, line: number): Promise<number> {
  return collection(db, 'importMerges').countDocuments({ _id: rejectRange(_id, -1), line: { $lte: line } });
}

/** A page of what merged, in the order of the file. Throws `not-found`. */
export async function listMerges(
  db: Db,
  importId: string,
  { after, limit }: MergesQuery,
): Promise<MergesAnswer> {
  const { merged = 0 } = await findImport(db, importId);
  const range = rejectRange(importId, -1);
  const found = await collection(db, 'importMerges')
    .find({ _id: after === '' ? range : { ...range, $gt: `${importId}:${after}` } })
    .sort({ _id: 1 })
    .limit(limit + 1)
    .toArray();
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    merges: page.map(toMerge),
    total: merged,
    next: found.length > page.length && last ? last._id.slice(importId.length + 1) : null,
  };
}

/** All that merged as CSV, piece by piece. Throws `not-found`. */
export async function* mergesCsv(db: Db, importId: string): AsyncGenerator<string> {
  await findImport(db, importId);
  yield `\ufeff${rejectsLine(['line', 'member', 'joins', 'by', 'beside'], [])}`;
  const merges = collection(db, 'importMerges')
    .find({ _id: rejectRange(importId, -1) })
    .sort({ _id: 1 });
  for await (const { line, member, added, shared, others } of merges) {
    const cells = [identityKey(added), identityKey(shared), others.map(identityKey).join(' ')];
    yield rejectsLine([String(line), member ?? ''], cells);
  }
}

/** Removes what is known of an import's merges. */
export async function removeMerges(db: Db, { _id }: Pick<ImportDoc, '_id'>): Promise<void> {
  await collection(db, 'importMerges').deleteMany({ _id: rejectRange(_id, -1) });
}

function toMerge({ line, member, added, shared, others }: ImportMergeDoc): ImportMerge {
  const plain = ({ type, value }: Identity) => ({ type, value });
  return { line, member, added: plain(added), shared: plain(shared), others: others.map(plain) };
}

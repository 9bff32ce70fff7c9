import type { Db, Filter } from 'mongodb';
import type { ImportReason } from '@/lib/contracts/import-reasons';
import { reasonText } from '@/lib/contracts/import-reasons';
import type { Reject, RejectsAnswer } from '@/lib/contracts/imports';
import { collection } from '@/lib/db/collections';
import type { ImportDoc, ImportRejectDoc } from '@/lib/db/import-documents';
import { insertNew } from '@/lib/db/insert-new';
import type { RejectedRow } from '../writing/batch';
import { findImport } from './find-import';

/** Ids of an import's rejected rows lie between these two, in the order of their lines. `;` follows `:`. */
export function rejectRange(importId: string, after = 0): { $gt: string; $lt: string } {
  return { $gt: `${rejectId(importId, after)};`, $lt: `${importId};` };
}

function rejectId(importId: string, line: number): string {
  return `${importId}:${String(line).padStart(10, '0')}`;
}

/**
 * The rejected rows of an import after a line. Each claim keeps its own, since an insert can't ask who has the import: a row
 * is the import's where the claim that stored it was the one whose lines counted.
 */
export function rejectsOf({ _id, claims = [] }: ImportDoc, after = 0): Filter<ImportRejectDoc> {
  const range = { _id: rejectRange(_id, after) };
  if (claims.length === 0) return range;
  const counted = claims.map(({ fence, after: from }, index) => {
    const next = claims[index + 1];
    return { fence, line: { $gt: from, ...(next ? { $lte: next.after } : {}) } };
  });
  // Those of before have no fence, and are of the time before the first claim that has.
  return {
    ...range,
    $or: [{ fence: { $exists: false }, line: { $lte: claims[0]?.after ?? 0 } }, ...counted],
  };
}

/** Stores rejected rows of a claim; those stored before an interruption stay. */
export async function storeRejects(
  db: Db,
  { _id, fence }: { _id: string; fence: number },
  rejected: readonly RejectedRow[],
): Promise<void> {
  const docs = rejected.map((row) => ({ _id: `${rejectId(_id, row.line)}:${fence}`, fence, ...row }));
  await insertNew(collection(db, 'importRejects'), docs, '_id_');
}

/** A page of rejected rows in the order of the file. Throws `not-found`. */
export async function listRejects(
  db: Db,
  importId: string,
  after: number,
  limit: number,
): Promise<RejectsAnswer> {
  const doc = await findImport(db, importId);
  const { columns, counts, reasons } = doc;
  const found = await collection(db, 'importRejects')
    .find(rejectsOf(doc, after))
    .sort({ _id: 1 })
    .limit(limit + 1)
    .toArray();
  const page = found.slice(0, limit);
  return {
    columns,
    rejects: page.map(toReject),
    total: counts.rejected,
    next: found.length > page.length ? (page.at(-1)?.line ?? null) : null,
    summary: reasons,
  };
}

function toReject({ line, cells, reasons }: RejectedRow): Reject {
  return { line, cells, reasons: reasons.map(toReason) };
}

/** A reason with its sentence in both languages. */
export function toReason({ code, column, params }: ImportReason): Reject['reasons'][number] {
  const message = { zh: reasonText({ code, params }, 'zh'), en: reasonText({ code, params }, 'en') };
  return { code, column, params, message };
}

/** Removes an import's rejected rows. */
export async function removeRejects(db: Db, { _id }: Pick<ImportDoc, '_id'>): Promise<void> {
  await collection(db, 'importRejects').deleteMany({ _id: rejectRange(_id, -1) });
}

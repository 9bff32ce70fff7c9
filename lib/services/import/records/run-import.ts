import type { Db } from 'mongodb';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { matchedOurs, stillOurs } from '@/lib/jobs/fenced-record';
import type { Fence } from '@/lib/jobs/handler';
import { nextOrd } from '@/lib/members/ord';
import { whyNot } from '../catalogue/mapping-problems';
import { importFile } from '../running/import-rows';
import { nothingDone, type Standing } from '../running/process-rows';
import { lookForLateWrites } from '../undo/late-writes';
import { presentUpload } from '../uploads/upload-file';
import { fileProblems } from '../wizard/file-problems';
import { countMerges, storeMerges } from './merges';
import { addReasons } from './reason-counts';
import { storeRejects } from './rejects';

/** A standing as it is stored. */
function stored({ bytes: bytesDone, ...counted }: Standing) {
  return { ...counted, bytesDone };
}

export interface RunImportOptions {
  fenced: Fence;
  signal?: AbortSignal;
  onProgress?: (bytesDone: number, bytes: number) => void;
  abandonedAfterMs?: number;
  batchSize?: number;
}

/** What a claim sets before it begins. A dry run remembers whom it would have made, so it begins anew. */
export async function beginning(db: Db, { dryRun, fromOrd }: ImportDoc): Promise<Partial<ImportDoc>> {
  if (dryRun) return { ...stored(nothingDone), reasons: [] };
  // Members that it makes have this `ord` or a later one: so they are found when the import is taken back.
  return fromOrd === undefined ? { fromOrd: await nextOrd(db) } : {};
}

/**
 * Runs an import that bears the claim's fence to its end, from where it was interrupted if it was. Each batch is stored before
 * it is counted; a batch that was stored but not counted yet is stored again, to the same effect. Every write of the standing
 * names the claim: `JobStopped` when another has the import. Gives what is left to be stored of it.
 */
export async function runImport(
  db: Db,
  found: ImportDoc,
  options: RunImportOptions,
): Promise<Partial<ImportDoc>> {
  const { signal, onProgress, fenced } = options;
  const { fence } = fenced;
  const ours = { _id: found._id, fence };
  const doc = await noteClaim(db, found, fence);
  const mapping = importMappingSchema.parse(doc.mapping);
  const { path } = await presentUpload(doc.upload);
  const imports = collection(db, 'imports');
  const problems = await fileProblems(db, path, mapping);
  if (problems.length > 0) throw new Problem('mapping-differs', { why: whyNot(problems) });
  let { reasons } = doc;
  // Null until it is counted: the batch that a claim before was about to write may have merged already.
  let merged: number | null = null;
  const claimed = new Map<string, string>();
  const importing = importFile(db, path, {
    ...options,
    importId: doc._id,
    mapping,
    dryRun: doc.dryRun,
    planned: doc.planned ?? null,
    plan: async (planned) => matchedOurs(await imports.updateOne(ours, { $set: { planned } })),
    from: standingOf(doc),
    claiming: async ({ claims, merges, instead }) => {
      for (const [key, member] of claims) claimed.set(key, member);
      await storeMerges(db, doc._id, merges, instead);
    },
    done: async (standing, rejected, columns, merges) => {
      await storeRejects(db, ours, rejected);
      if (doc.dryRun) await storeMerges(db, doc._id, merges);
      reasons = addReasons(reasons, rejected);
      if (merged === null || merges.length > 0) merged = await countMerges(db, doc, standing.line);
      const change = { ...stored(standing), merged, reasons, columns: [...columns], planned: null };
      matchedOurs(await imports.updateOne(ours, { $set: change }));
      claimed.clear();
      signal?.throwIfAborted();
      onProgress?.(standing.bytes, doc.bytes);
    },
  });
  const { leftOut } = await importing.catch(async (error: unknown) => {
    if (!doc.dryRun) await lookForLateWrites(db, doc, { fence, claimed });
    throw error;
  });
  return { leftOut, bytesDone: doc.bytes };
}

/** From where on this claim goes on; of claims that came no further than this line nothing counts. */
async function noteClaim(db: Db, { _id, line, claims = [] }: ImportDoc, fence: number): Promise<ImportDoc> {
  const before = claims.filter(({ after }) => after < line);
  const change = { claims: [...before, { fence, after: line }] };
  const noted = await collection(db, 'imports').findOneAndUpdate(
    { _id, fence },
    { $set: change },
    { returnDocument: 'after' },
  );
  return stillOurs(noted);
}

function standingOf({ line, bytesDone, counts, newMembers, changed = 0, merged = 0 }: ImportDoc): Standing {
  return { line, bytes: bytesDone, counts, newMembers, changed, merged };
}

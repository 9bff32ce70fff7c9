import type { Db } from 'mongodb';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/documents';
import { whyNot } from '../catalogue/mapping-problems';
import { importFile } from '../running/import-rows';
import type { Standing } from '../running/process-rows';
import { presentUpload } from '../uploads/upload-file';
import { fileProblems } from '../wizard/file-problems';
import { storeMerges } from './merges';
import { addReasons } from './reason-counts';
import { storeRejects } from './rejects';

export interface RunImportOptions {
  signal?: AbortSignal;
  onProgress?: (bytesDone: number, bytes: number) => void;
  abandonedAfterMs?: number;
  batchSize?: number;
}

/**
 * Runs an import to its end, from where it was interrupted if it was. Each batch is stored before it is counted;
 * a batch that was stored but not counted yet is stored again, to the same effect.
 */
export async function runImport(db: Db, doc: ImportDoc, options: RunImportOptions = {}): Promise<ImportDoc> {
  const { signal, onProgress } = options;
  const mapping = importMappingSchema.parse(doc.mapping);
  const { path } = await presentUpload(doc.upload);
  const imports = collection(db, 'imports');
  const problems = await fileProblems(db, path, mapping);
  if (problems.length > 0) throw new Problem('mapping-differs', { why: whyNot(problems) });
  await imports.updateOne({ _id: doc._id }, { $set: { state: 'running', error: null } });
  let { reasons } = doc;
  await importFile(db, path, {
    ...options,
    importId: doc._id,
    mapping,
    dryRun: doc.dryRun,
    from: standingOf(doc),
    done: async (standing, rejected, columns, merges) => {
      await storeRejects(db, doc._id, rejected);
      await storeMerges(db, doc._id, merges);
      reasons = addReasons(reasons, rejected);
      const { bytes: bytesDone, ...counted } = standing;
      const change = { ...counted, bytesDone, reasons, columns: [...columns] };
      await imports.updateOne({ _id: doc._id }, { $set: change });
      signal?.throwIfAborted();
      onProgress?.(bytesDone, doc.bytes);
    },
  });
  const ended = await imports.findOneAndUpdate(
    { _id: doc._id },
    { $set: { state: 'done', bytesDone: doc.bytes, finishedAt: new Date() } },
    { returnDocument: 'after' },
  );
  if (ended === null) throw new Problem('not-found', { what: { zh: '该导入', en: 'The import' } });
  return ended;
}

function standingOf({ line, bytesDone, counts, newMembers, changed = 0, merged = 0 }: ImportDoc): Standing {
  return { line, bytes: bytesDone, counts, newMembers, changed, merged };
}

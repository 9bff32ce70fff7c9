import type { Db } from 'mongodb';
import { importMappingSchema } from '@/lib/contracts/import-mapping';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/documents';
import { importFile } from '../running/import-rows';
import { presentUpload } from '../uploads/upload-file';
import { fileProblems } from '../wizard/file-problems';
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
  const [problem] = await fileProblems(db, path, mapping);
  if (problem) throw new Problem('mapping-differs', { why: problem.message });
  await imports.updateOne({ _id: doc._id }, { $set: { state: 'running', error: null } });
  let { reasons } = doc;
  const { leftOut } = await importFile(db, path, {
    ...options,
    importId: doc._id,
    mapping,
    dryRun: doc.dryRun,
    from: { line: doc.line, bytes: doc.bytesDone, counts: doc.counts, newMembers: doc.newMembers },
    done: async (standing, rejected, columns) => {
      await storeRejects(db, doc._id, rejected);
      reasons = addReasons(reasons, rejected);
      const { line, bytes: bytesDone, counts, newMembers } = standing;
      const change = { line, bytesDone, counts, newMembers, reasons, columns: [...columns] };
      await imports.updateOne({ _id: doc._id }, { $set: change });
      signal?.throwIfAborted();
      onProgress?.(bytesDone, doc.bytes);
    },
  });
  const ended = await imports.findOneAndUpdate(
    { _id: doc._id },
    { $set: { state: 'done', leftOut, bytesDone: doc.bytes, finishedAt: new Date() } },
    { returnDocument: 'after' },
  );
  if (ended === null) throw new Problem('not-found', { what: { zh: '该导入', en: 'The import' } });
  return ended;
}

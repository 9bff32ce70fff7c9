import { type Db, ObjectId } from 'mongodb';
import type { Import, StartImport } from '@/lib/contracts/imports';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { ImportDoc } from '@/lib/db/import-documents';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { whyNot } from '../catalogue/mapping-problems';
import { refuseWhileTakingBack } from '../undo/under-way';
import { presentUpload } from '../uploads/upload-file';
import { fileProblems } from '../wizard/file-problems';
import { toImport } from './import-dto';

/** Queues an import. Throws `upload-gone`, `mapping-differs`, `taking-back`. */
export async function startImport(db: Db, actor: Actor, start: StartImport): Promise<Import> {
  const { path, bytes } = await presentUpload(start.upload);
  if (!start.dryRun) await refuseWhileTakingBack(db);
  const problems = await fileProblems(db, path, start.mapping);
  if (problems.length > 0) throw new Problem('mapping-differs', { why: whyNot(problems) });
  const id = new ObjectId().toHexString();
  const doc: ImportDoc = {
    _id: id,
    name: start.name,
    upload: start.upload,
    bytes,
    mapping: start.mapping,
    dryRun: start.dryRun,
    columns: [],
    state: 'queued',
    line: 0,
    bytesDone: 0,
    counts: { read: 0, accepted: 0, duplicates: 0, rejected: 0 },
    newMembers: 0,
    changed: 0,
    merged: 0,
    reasons: [],
    error: null,
    job: `import:${id}`,
    createdBy: actorName(actor),
    createdAt: new Date(),
    finishedAt: null,
  };
  await collection(db, 'imports').insertOne(doc);
  await enqueue(db, { id: `import:${id}`, kind: 'import', params: { import: id }, createdBy: doc.createdBy });
  const { kind, source } = start.mapping;
  await audit(db, actor, 'import.start', `import:${id}`, {
    kind,
    source,
    name: start.name,
    bytes,
    dryRun: start.dryRun,
  });
  return toImport(doc);
}

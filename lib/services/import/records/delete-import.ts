import { rm } from 'node:fs/promises';
import type { Db } from 'mongodb';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { audit } from '@/lib/ground/audit/audit';
import { ownIds } from '../undo/undo-step';
import { uploadPath } from '../uploads/upload-file';
import { findImport } from './find-import';
import { removeMerges } from './merges';
import { removeRejects } from './rejects';

/**
 * Forgets an import: its record, its rejected rows, what it needs to be taken back, and the file unless another import has
 * the same. What it wrote stays. Throws `not-found`, `already-running`.
 */
export async function deleteImport(db: Db, actor: Actor, id: string): Promise<void> {
  const doc = await findImport(db, id);
  if (doc.state === 'queued' || doc.state === 'running' || doc.state === 'undoing')
    throw new Problem('already-running', { name: doc.name });
  await removeRejects(db, doc);
  await removeMerges(db, doc);
  await collection(db, 'importChanges').deleteMany({ _id: ownIds(id) });
  await collection(db, 'imports').deleteOne({ _id: id });
  const other = await collection(db, 'imports').findOne({ upload: doc.upload }, { projection: { _id: 1 } });
  if (other === null) await rm(await uploadPath(doc.upload), { force: true });
  await audit(db, actor, 'import.delete', `import:${id}`, { name: doc.name });
}

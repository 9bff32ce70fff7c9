import type { Db } from 'mongodb';
import type { Import } from '@/lib/contracts/imports';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { cancelJob } from '@/lib/jobs/control';
import { findImport } from './find-import';
import { toImport } from './import-dto';

/** Asks an import to stop; what it wrote stays. Throws `not-found`, `not-allowed`, `job-ended`. */
export async function cancelImport(db: Db, actor: Actor, id: string): Promise<Import> {
  const { job } = await findImport(db, id);
  if (job === null) throw new Problem('job-ended');
  await cancelJob(db, actor, job);
  return toImport(await findImport(db, id));
}

import type { Db } from 'mongodb';
import type { Actor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import type { Run } from '@/lib/contracts/runs';
import type { DefinitionDoc } from '@/lib/db/documents';
import { runById } from '@/lib/services/runs/run-dto';
import { startRun } from '@/lib/services/runs/start-run';

/** Runs what was just published, as of the same instant (ms); null while a run of the version before is under way. */
export async function runPublished(
  db: Db,
  actor: Actor,
  definition: DefinitionDoc,
  asOf: number,
): Promise<Run | null> {
  try {
    const run = await startRun(db, actor, definition, { asOf, trigger: 'publish' });
    return await runById(db, run._id);
  } catch (error) {
    // It is published all the same, which is what the answer has to say.
    if (error instanceof Problem && error.code === 'already-running') return null;
    throw error;
  }
}

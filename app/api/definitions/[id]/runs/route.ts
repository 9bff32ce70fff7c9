import { runOperations } from '@/lib/contracts/operations/run-operations';
import { readAsOf } from '@/lib/ground/settings/read-as-of';
import { runnableDefinition } from '@/lib/services/runs/definition-of';
import { runById } from '@/lib/services/runs/run-dto';
import { startRun } from '@/lib/services/runs/start-run';
import { serve } from '../../../serve';

export const POST = serve(runOperations.start, async ({ db, actor, params, body }) => {
  const definition = await runnableDefinition(db, params.id);
  const asOf = (await readAsOf(db, body.asOf)) ?? Date.now();
  const run = await startRun(db, actor, definition, { asOf, trigger: 'person' });
  return { run: await runById(db, run._id) };
});

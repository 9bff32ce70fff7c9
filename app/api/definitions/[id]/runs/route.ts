import { idParams } from '@/lib/contracts/id-params';
import { startRunSchema } from '@/lib/contracts/runs';
import { runnableDefinition } from '@/lib/services/runs/definition-of';
import { runById } from '@/lib/services/runs/run-dto';
import { startRun } from '@/lib/services/runs/start-run';
import { readAsOf } from '@/lib/services/settings/read-as-of';
import { handler } from '../../../handler';

export const POST = handler(
  { role: 'approver', scope: 'run', params: idParams, body: startRunSchema },
  async ({ db, actor, params, body }) => {
    const definition = await runnableDefinition(db, params.id);
    const asOf = (await readAsOf(db, body.asOf)) ?? Date.now();
    const run = await startRun(db, actor, definition, { asOf, trigger: 'person' });
    return { run: await runById(db, run._id) };
  },
);

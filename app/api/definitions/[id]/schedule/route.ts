import { runOperations } from '@/lib/contracts/operations/run-operations';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { findChangeable, findDefinition } from '@/lib/services/definitions/find-definition';
import { setSchedule } from '@/lib/services/runs/schedule';
import { serve } from '../../../serve';

export const PUT = serve(runOperations.setSchedule, async ({ db, actor, params, body }) => {
  await setSchedule(db, actor, await findChangeable(db, params.id), body.schedule);
  return { definition: await toDefinition(db, await findDefinition(db, params.id)) };
});

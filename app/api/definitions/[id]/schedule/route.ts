import { idParams } from '@/lib/contracts/id-params';
import { scheduleEditSchema } from '@/lib/contracts/runs';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { findChangeable, findDefinition } from '@/lib/services/definitions/find-definition';
import { setSchedule } from '@/lib/services/runs/schedule';
import { handler } from '../../../handler';

export const PUT = handler(
  { role: 'approver', params: idParams, body: scheduleEditSchema },
  async ({ db, actor, params, body }) => {
    await setSchedule(db, actor, await findChangeable(db, params.id), body.schedule);
    return { definition: await toDefinition(db, await findDefinition(db, params.id)) };
  },
);

import { computeCutpointsSchema } from '@/lib/contracts/cutpoints';
import { idParams } from '@/lib/contracts/id-params';
import { instantOf } from '@/lib/counting/instant';
import { findSet, listSets } from '@/lib/services/cutpoints/cutpoint-dto';
import { startCutpoints } from '@/lib/services/cutpoints/start-cutpoints';
import { handler } from '../../../handler';

export const GET = handler({ role: 'viewer', params: idParams }, async ({ db, params }) => ({
  sets: await listSets(db, params.id),
}));

export const POST = handler(
  { role: 'editor', params: idParams, body: computeCutpointsSchema },
  async ({ db, actor, params, body }) => {
    const number = await startCutpoints(db, actor, params.id, body, await instantOf(db, body.asOf));
    return { set: await findSet(db, params.id, number) };
  },
);

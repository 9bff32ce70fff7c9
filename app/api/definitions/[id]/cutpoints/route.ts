import { cutpointOperations } from '@/lib/contracts/operations/cutpoint-operations';
import { instantOf } from '@/lib/counting/instant';
import { findSet, listSets } from '@/lib/services/cutpoints/cutpoint-dto';
import { startCutpoints } from '@/lib/services/cutpoints/start-cutpoints';
import { serve } from '../../../serve';

export const GET = serve(cutpointOperations.list, async ({ db, params }) => ({
  sets: await listSets(db, params.id),
}));

export const POST = serve(cutpointOperations.compute, async ({ db, actor, params, body }) => {
  const number = await startCutpoints(db, actor, params.id, body, await instantOf(db, body.asOf));
  return { set: await findSet(db, params.id, number) };
});

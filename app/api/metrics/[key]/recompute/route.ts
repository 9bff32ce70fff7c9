import { metricOperations } from '@/lib/contracts/operations/metric-operations';
import { startRecompute } from '@/lib/services/metrics/start-recompute';
import { serve } from '../../../serve';

export const POST = serve(metricOperations.recompute, async ({ db, actor, params, body }) => ({
  job: await startRecompute(
    db,
    actor,
    params.key,
    body.asOf === undefined ? Date.now() : Date.parse(body.asOf),
  ),
}));

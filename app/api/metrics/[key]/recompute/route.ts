import { metricParams } from '@/lib/contracts/metric-params';
import { metricRecomputeSchema } from '@/lib/contracts/metrics';
import { startRecompute } from '@/lib/services/metrics/start-recompute';
import { handler } from '../../../handler';

export const POST = handler(
  { role: 'editor', params: metricParams, body: metricRecomputeSchema },
  async ({ db, actor, params, body }) => ({
    job: await startRecompute(
      db,
      actor,
      params.key,
      body.asOf === undefined ? Date.now() : Date.parse(body.asOf),
    ),
  }),
);

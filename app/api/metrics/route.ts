import { metricOperations } from '@/lib/contracts/operations/metric-operations';
import { listMetrics } from '@/lib/services/metrics/metric-dto';
import { createMetric } from '@/lib/services/metrics/save-metric';
import { serve } from '../serve';

export const GET = serve(metricOperations.list, async ({ db }) => ({ metrics: await listMetrics(db) }));

export const POST = serve(metricOperations.create, async ({ db, actor, body }) => ({
  metric: await createMetric(db, actor, body),
}));

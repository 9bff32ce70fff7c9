import { metricOperations } from '@/lib/contracts/operations/metric-operations';
import { metricByKey, toMetric } from '@/lib/services/metrics/metric-dto';
import { changeMetric, deleteMetric } from '@/lib/services/metrics/save-metric';
import { serve } from '../../serve';

export const GET = serve(metricOperations.get, async ({ db, params }) => ({
  metric: await toMetric(db, await metricByKey(db, params.key)),
}));

export const PUT = serve(metricOperations.change, async ({ db, actor, params, body }) => ({
  metric: await changeMetric(db, actor, params.key, body),
}));

export const DELETE = serve(metricOperations.delete, ({ db, actor, params }) =>
  deleteMetric(db, actor, params.key),
);

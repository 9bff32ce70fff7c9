import { metricParams } from '@/lib/contracts/metric-params';
import { metricEditSchema } from '@/lib/contracts/metrics';
import { metricByKey, toMetric } from '@/lib/services/metrics/metric-dto';
import { changeMetric, deleteMetric } from '@/lib/services/metrics/save-metric';
import { handler } from '../../handler';

export const GET = handler({ role: 'viewer', params: metricParams }, async ({ db, params }) => ({
  metric: await toMetric(db, await metricByKey(db, params.key)),
}));

export const PUT = handler(
  { role: 'editor', params: metricParams, body: metricEditSchema },
  async ({ db, actor, params, body }) => ({ metric: await changeMetric(db, actor, params.key, body) }),
);

export const DELETE = handler({ role: 'editor', params: metricParams }, ({ db, actor, params }) =>
  deleteMetric(db, actor, params.key),
);

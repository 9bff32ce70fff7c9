import { metricInputSchema } from '@/lib/contracts/metrics';
import { listMetrics } from '@/lib/services/metrics/metric-dto';
import { createMetric } from '@/lib/services/metrics/save-metric';
import { handler } from '../handler';

export const GET = handler({ role: 'viewer' }, async ({ db }) => ({ metrics: await listMetrics(db) }));

export const POST = handler({ role: 'editor', body: metricInputSchema }, async ({ db, actor, body }) => ({
  metric: await createMetric(db, actor, body),
}));

import { metricPreviewSchema } from '@/lib/contracts/metrics';
import { previewMetric } from '@/lib/services/metrics/preview-metric';
import { handler } from '../../handler';

export const POST = handler({ role: 'viewer', body: metricPreviewSchema }, ({ db, body, signal }) =>
  previewMetric(db, body, signal),
);

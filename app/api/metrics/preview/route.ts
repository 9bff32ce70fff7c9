import { metricOperations } from '@/lib/contracts/operations/metric-operations';
import { previewMetric } from '@/lib/services/metrics/preview-metric';
import { serve } from '../../serve';

export const POST = serve(metricOperations.preview, ({ db, body, signal }) =>
  previewMetric(db, body, signal),
);

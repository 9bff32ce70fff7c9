import type { MetricDoc } from '@/lib/db/documents';
import { aggregateMeasure, type Catalogue, eventOperand, lookUp } from '@/rules-engine/index';
import { metricPath } from './metric-path';
import { pointMetricKeys } from './point-fields';

/**
 * Paths of fields that only whole numbers can come of, by how they are computed: metrics that count, balances of points, the
 * bucket. What is imported isn't among them, however whole it looks: nothing keeps the next file from having halves.
 */
export function wholeFields(
  metrics: readonly MetricDoc[],
  eventTypes: Catalogue['eventTypes'],
): ReadonlySet<string> {
  const counting = metrics.filter(({ operand }) => isWhole(operand, eventTypes)).map(({ _id }) => _id);
  return new Set(['bucket', ...[...counting, ...pointMetricKeys].map(metricPath)]);
}

function isWhole(raw: unknown, eventTypes: Catalogue['eventTypes']): boolean {
  const { data: operand } = eventOperand.safeParse(raw);
  if (!operand) return false;
  const props = lookUp(eventTypes, operand.eventType)?.props ?? {};
  return aggregateMeasure(operand.fn, lookUp(props, operand.property ?? '') ?? null).whole;
}

import type { Db } from 'mongodb';
import type { Metric } from '@/lib/contracts/metrics';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { MetricDoc } from '@/lib/db/documents';
import { metricPath } from '@/lib/workspace/metric-path';
import { compileMetric } from './compile-metric';

/** One job writes metrics at a time: a statement writes a member's metrics as a whole. */
export const METRICS_LOCK = 'metrics';

/** A metric as stored; throws `not-found`. */
export async function metricByKey(db: Db, key: string): Promise<MetricDoc> {
  const found = await collection(db, 'metrics').findOne({ _id: key });
  if (found) return found;
  throw new Problem('not-found', { what: { zh: `指标“${key}”`, en: `The metric “${key}”` } });
}

export async function listMetrics(db: Db): Promise<Metric[]> {
  const metrics = await collection(db, 'metrics').find().sort({ _id: 1 }).toArray();
  return Promise.all(metrics.map((metric) => toMetric(db, metric)));
}

export async function toMetric(db: Db, metric: MetricDoc): Promise<Metric> {
  const field = await collection(db, 'fields').findOne({ _id: metricPath(metric._id) });
  const running = await collection(db, 'jobs').findOne({
    kind: 'recompute-metric',
    'params.key': metric._id,
    state: { $in: ['queued', 'running'] },
  });
  const type = field?.type === 'money' || field?.type === 'date' ? field.type : 'number';
  const { lastRun } = metric;
  return {
    key: metric._id,
    label: metric.label,
    operand: metric.operand,
    path: metricPath(metric._id),
    type,
    unit: field?.unit ?? null,
    sentence: await sentenceOf(db, metric),
    revision: metric.revision,
    lastRun: lastRun && {
      at: lastRun.at.toISOString(),
      asOf: lastRun.asOf.toISOString(),
      members: lastRun.members,
      tookMs: lastRun.tookMs,
    },
    job: running?._id ?? null,
    updatedAt: metric.updatedAt.toISOString(),
  };
}

/** Null when the catalogue no longer has what the metric reads. */
async function sentenceOf(db: Db, metric: MetricDoc): Promise<Metric['sentence']> {
  try {
    return (await compileMetric(db, metric.operand, Date.now())).label;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

import type { Db } from 'mongodb';
import { type Actor, actorName } from '@/lib/contracts/people';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { METRICS_LOCK, metricByKey } from './metric-dto';

/** Queues the recomputation of a metric as of an instant in ms; returns the job's id. Throws `not-found`. */
export async function startRecompute(db: Db, actor: Actor, key: string, asOf: number): Promise<string> {
  await metricByKey(db, key);
  const job = await enqueue(db, {
    kind: 'recompute-metric',
    params: { key, asOf },
    lockKey: METRICS_LOCK,
    createdBy: actorName(actor),
  });
  await audit(db, actor, 'metric.recompute', `metric:${key}`, { asOf: new Date(asOf) });
  return job;
}

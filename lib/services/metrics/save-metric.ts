import type { Db } from 'mongodb';
import type { Metric, MetricEdit, MetricInput } from '@/lib/contracts/metrics';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { MetricDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { refuseIfUsed } from '@/lib/services/catalogue/usage';
import { metricPath } from '@/lib/workspace/metric-path';
import { isPointMetric } from '@/lib/workspace/point-fields';
import type { CompiledSubject } from '@/rules-engine/index';
import { compileMetric } from './compile-metric';
import { METRICS_LOCK, metricByKey, toMetric } from './metric-dto';

/** Defines a metric and its field. Throws `key-taken`, `invalid-input`. */
export async function createMetric(
  db: Db,
  actor: Actor,
  { key, label, operand }: MetricInput,
): Promise<Metric> {
  if (isPointMetric(key)) throw new Problem('key-taken', { key });
  const subject = await compileMetric(db, operand, Date.now());
  const metric: MetricDoc = {
    _id: key,
    label,
    operand,
    revision: 1,
    lastRun: null,
    createdBy: actorName(actor),
    updatedBy: actorName(actor),
    updatedAt: new Date(),
  };
  try {
    await collection(db, 'metrics').insertOne(metric);
  } catch (error) {
    if (isDuplicateKey(error, '_id_')) throw new Problem('key-taken', { key });
    throw error;
  }
  await writeField(db, metric, subject);
  await audit(db, actor, 'metric.create', `metric:${key}`, { operand });
  return toMetric(db, metric);
}

/** Changes a metric. Throws `not-found`, `revision-conflict`, `invalid-input`, `in-use` when its type would change. */
export async function changeMetric(
  db: Db,
  actor: Actor,
  key: string,
  { label, operand, revision }: MetricEdit,
): Promise<Metric> {
  const subject = await compileMetric(db, operand, Date.now());
  const before = await metricByKey(db, key);
  const field = await collection(db, 'fields').findOne({ _id: metricPath(key) });
  if (field && field.type !== subject.type) {
    await refuseIfUsed(db, { kind: 'field', path: metricPath(key) }, before.label);
  }
  const metric = await collection(db, 'metrics').findOneAndUpdate(
    { _id: key, revision },
    { $set: { label, operand, updatedBy: actorName(actor), updatedAt: new Date() }, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  );
  if (!metric) throw new Problem('revision-conflict', { by: before.updatedBy });
  await writeField(db, metric, subject);
  await audit(db, actor, 'metric.change', `metric:${key}`, { operand });
  return toMetric(db, metric);
}

/** Removes a metric and has its values taken off the members. Throws `not-found`, `in-use`. */
export async function deleteMetric(db: Db, actor: Actor, key: string): Promise<void> {
  const metric = await metricByKey(db, key);
  await refuseIfUsed(db, { kind: 'field', path: metricPath(key) }, metric.label);
  await collection(db, 'metrics').deleteOne({ _id: key });
  await collection(db, 'fields').deleteOne({ _id: metricPath(key) });
  await enqueue(db, {
    kind: 'remove-metric',
    params: { key },
    lockKey: METRICS_LOCK,
    createdBy: actorName(actor),
  });
  await audit(db, actor, 'metric.delete', `metric:${key}`);
}

async function writeField(
  db: Db,
  { _id: key, label }: MetricDoc,
  { type, unit }: CompiledSubject,
): Promise<void> {
  await collection(db, 'fields').updateOne(
    { _id: metricPath(key) },
    {
      $set: { type, label, unit, origin: 'metric', updatedAt: new Date() },
      $setOnInsert: { options: [], personal: false },
    },
    { upsert: true },
  );
}

import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';
import { endOfOrds } from '@/lib/members/ord';
import { metricPath } from '@/lib/workspace/metric-path';
import { changedMetrics } from '@/rules-engine/index';
import { compileMetric } from './compile-metric';

/** Members in one statement: each one passes over the events anew, so not too few; one can't be cancelled, so not all. */
const range = 50_000;

/** Computes a metric for all members and writes what differs, range by range. */
export const recomputeMetric = defineJob({
  kind: 'recompute-metric',
  params: z.object({ key: z.string(), asOf: z.number() }),
  async run({ db, params: { key, asOf }, signal, progress, fenced }) {
    const metric = await collection(db, 'metrics').findOne({ _id: key });
    if (!metric) return null;
    const began = performance.now();
    const { value } = await compileMetric(db, metric.operand, asOf);
    const total = await endOfOrds(db);
    for (let from = 0; from < total; from += range) {
      signal.throwIfAborted();
      progress(from, total, 'compute');
      const to = from + range;
      const isOpen = await fenced.writing(`metric:${key}`, { from, to });
      const selection = { members: { ord: { $gte: from, $lt: to }, ...isOpen } };
      const stages = changedMetrics(key, value, new Date(), selection);
      const write = {
        $merge: { into: 'members', on: '_id', whenMatched: 'merge', whenNotMatched: 'discard' },
      };
      await collection(db, 'members')
        .aggregate([...stages, write], { allowDiskUse: true })
        .toArray();
    }
    const members = await collection(db, 'members').countDocuments({ [metricPath(key)]: { $exists: true } });
    const tookMs = Math.round(performance.now() - began);
    const { fence } = fenced;
    const lastRun = { at: new Date(), asOf: new Date(asOf), members, tookMs, fence };
    await collection(db, 'metrics').updateOne(
      // Not over that of a later claim.
      { _id: key, 'lastRun.fence': { $not: { $gt: fence } } },
      { $set: { lastRun } },
    );
    return { members, tookMs };
  },
});

/** Takes the values of a removed metric off the members. */
export const removeMetric = defineJob({
  kind: 'remove-metric',
  params: z.object({ key: z.string() }),
  async run({ db, params: { key }, signal, progress, fenced }) {
    const total = await endOfOrds(db);
    let members = 0;
    for (let from = 0; from < total; from += range) {
      signal.throwIfAborted();
      progress(from, total, 'write');
      const to = from + range;
      const isOpen = await fenced.writing(`metric:${key}`, { from, to });
      // Defined again in the meantime: the values are the new metric's.
      if (await collection(db, 'metrics').findOne({ _id: key })) return null;
      const { modifiedCount } = await collection(db, 'members').updateMany(
        { ord: { $gte: from, $lt: to }, [metricPath(key)]: { $exists: true }, ...isOpen },
        { $unset: { [metricPath(key)]: '' }, $set: { updatedAt: new Date() } },
      );
      members += modifiedCount;
    }
    return { members };
  },
});

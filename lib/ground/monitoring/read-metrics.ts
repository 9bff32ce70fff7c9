import type { Db } from 'mongodb';
import { jobStates } from '@/lib/contracts/jobs';
import { collection } from '@/lib/db/collections';
import { metrics } from './metrics';

const LIMIT_MS = 5_000;

/** The metrics page: its text and content type. Jobs by state are counted now. */
export async function readMetrics(db: Db): Promise<{ text: string; contentType: string }> {
  const { registry, jobs } = metrics();
  const counts = await collection(db, 'jobs')
    .aggregate<{ _id: string; n: number }>([{ $group: { _id: '$state', n: { $sum: 1 } } }], {
      maxTimeMS: LIMIT_MS,
    })
    .toArray();
  const byState = new Map(counts.map(({ _id, n }) => [_id, n]));
  for (const state of jobStates) jobs.set({ state }, byState.get(state) ?? 0);
  return { text: await registry.metrics(), contentType: registry.contentType };
}

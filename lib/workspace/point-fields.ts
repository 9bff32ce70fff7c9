import type { Db } from 'mongodb';
import type { LocalText } from '@/lib/contracts/local-text';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';

/** The metrics that the programme keeps with every member: no metric of other people's may have these keys. */
const pointMetrics: Record<'points_balance' | 'points_earned', LocalText> = {
  points_balance: { zh: '可用积分', en: 'Points available' },
  points_earned: { zh: '累计积分', en: 'Points earned' },
};

export const pointMetricKeys: readonly string[] = Object.keys(pointMetrics);

export function isPointMetric(key: string): boolean {
  return Object.hasOwn(pointMetrics, key);
}

/** Puts them into the catalogue. Throws `key-taken` when a metric has one of the keys already. */
export async function registerPointFields(db: Db): Promise<void> {
  for (const [key, label] of Object.entries(pointMetrics)) {
    if (await collection(db, 'metrics').findOne({ _id: key })) throw new Problem('key-taken', { key });
    await collection(db, 'fields').updateOne(
      { _id: `metrics.${key}` },
      {
        $set: { type: 'number', label, unit: 'points', origin: 'built-in' },
        $setOnInsert: { options: [], personal: false, updatedAt: new Date() },
      },
      { upsert: true },
    );
  }
}

import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';

/** Notes with every rule how many points it gave, and to how many members. */
export async function countGiven(db: Db): Promise<void> {
  const given = await collection(db, 'pointEntries')
    .aggregate<{ _id: string; points: number; members: number }>(
      [
        { $match: { kind: { $in: ['earn', 'task'] } } },
        { $group: { _id: { rule: '$rule', member: '$memberId' }, points: { $sum: '$points' } } },
        { $group: { _id: '$_id.rule', points: { $sum: '$points' }, members: { $sum: 1 } } },
      ],
      { allowDiskUse: true },
    )
    .toArray();
  const found = new Map(given.map(({ _id, points, members }) => [_id, { points, members }]));
  const rules = await collection(db, 'pointRules').find().project<{ _id: string }>({ _id: 1 }).toArray();
  if (rules.length === 0) return;
  await collection(db, 'pointRules').bulkWrite(
    rules.map(({ _id }) => ({
      updateOne: {
        filter: { _id },
        update: { $set: { given: found.get(_id) ?? { points: 0, members: 0 } } },
      },
    })),
    { ordered: false },
  );
}

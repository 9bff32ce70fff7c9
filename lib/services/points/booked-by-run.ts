import type { Db } from 'mongodb';
import type { PointsOutcome } from '@/lib/contracts/points';
import { collection } from '@/lib/db/collections';

const kinds = ['earn', 'task', 'expire', 'reverse'] as const;
type Booked = {
  _id: { kind: (typeof kinds)[number]; member: string };
  points: number;
  lacking: number;
  n: number;
};

/** What a run booked in all its tries, read from the ledger. */
export async function bookedByRun(db: Db, run: string): Promise<PointsOutcome> {
  const outcome = { earned: 0, reversed: 0, lacking: 0, expired: 0, entries: 0, members: 0 };
  const members = new Set<string>();
  const booked = collection(db, 'pointEntries').aggregate<Booked>(
    [
      { $match: { run, kind: { $in: [...kinds] } } },
      {
        $group: {
          _id: { kind: '$kind', member: '$memberId' },
          points: { $sum: '$points' },
          lacking: { $sum: '$lacking' },
          n: { $sum: 1 },
        },
      },
    ],
    { allowDiskUse: true },
  );
  for await (const { _id, points, lacking, n } of booked) {
    members.add(_id.member);
    outcome.entries += n;
    if (_id.kind === 'expire') outcome.expired -= points;
    else if (_id.kind === 'reverse') {
      outcome.reversed -= points;
      outcome.lacking += lacking;
    } else outcome.earned += points;
  }
  return { ...outcome, members: members.size };
}

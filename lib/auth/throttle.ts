import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

/** How attempts are slowed: after `free` ones each must wait, 1 s first, then twice as long, up to `maxSeconds`. */
interface Pace {
  free: number;
  maxSeconds: number;
}

// An account's wait stays short, or anybody could lock a person out for long by guessing at their name.
const paces = {
  account: { free: 5, maxSeconds: 60 },
  address: { free: 30, maxSeconds: 900 },
} satisfies Record<string, Pace>;
export type ThrottleKind = keyof typeof paces;

/** Failures are forgotten after an hour without attempts. */
const FORGET_MS = 3_600_000;

/**
 * Charges one attempt before it is made, so that many at once don't slip through together. Throws
 * `too-many-attempts` with the seconds to wait.
 */
export async function chargeAttempt(
  db: Db,
  kind: ThrottleKind,
  name: string,
  now = new Date(),
): Promise<void> {
  const { free, maxSeconds } = paces[kind];
  const over = { $subtract: ['$failures', free] };
  const waitMs = {
    $multiply: [1000, { $min: [maxSeconds, { $pow: [2, { $min: [{ $subtract: [over, 1] }, 30] }] }] }],
  };
  const open = { $or: [{ blockedUntil: null }, { blockedUntil: { $lte: now } }] };
  try {
    await collection(db, 'throttles').updateOne(
      { _id: `${kind}:${name}`, ...open },
      [
        {
          $set: {
            failures: { $add: [{ $ifNull: ['$failures', 0] }, 1] },
            expiresAt: new Date(now.getTime() + FORGET_MS),
          },
        },
        { $set: { blockedUntil: { $cond: [{ $gt: [over, 0] }, { $add: [now, waitMs] }, null] } } },
      ],
      { upsert: true },
    );
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
    // The filter leaves out a blocked one, so the upsert tries to insert it again. Or several came first at one instant.
    const blockedUntil = await blockOf(db, `${kind}:${name}`);
    if (blockedUntil === null || blockedUntil <= now) return chargeAttempt(db, kind, name, now);
    const seconds = Math.ceil((blockedUntil.getTime() - now.getTime()) / 1000);
    throw new Problem('too-many-attempts', { seconds });
  }
}

async function blockOf(db: Db, id: string): Promise<Date | null> {
  const throttle = await collection(db, 'throttles').findOne({ _id: id });
  return throttle?.blockedUntil ?? null;
}

/** After a success: the account starts afresh; the address gets back the one attempt, its others stay charged. */
export async function forgiveAttempt(db: Db, kind: ThrottleKind, name: string): Promise<void> {
  const throttles = collection(db, 'throttles');
  const _id = `${kind}:${name}`;
  if (kind === 'account') await throttles.deleteOne({ _id });
  else
    await throttles.updateOne(
      { _id, failures: { $gt: 0 } },
      { $inc: { failures: -1 }, $set: { blockedUntil: null } },
    );
}

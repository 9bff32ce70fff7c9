import { randomUUID } from 'node:crypto';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

/** A lock key that is held. */
export interface Lock {
  key: string;
  holder: string;
}

/**
 * Takes a lock key that is free or whose holder's lease ran out; null when somebody has it. The key is the
 * `_id`: a unique index beside it would do on MongoDB, but on FerretDB concurrent updates that collide in one
 * end in a deadlock instead of a duplicate key.
 */
export async function takeLock(db: Db, key: string, leaseUntil: Date, now: Date): Promise<Lock | null> {
  const holder = randomUUID();
  try {
    await collection(db, 'jobLocks').updateOne(
      { _id: key, leaseUntil: { $lt: now } },
      { $set: { holder, leaseUntil } },
      { upsert: true },
    );
    return { key, holder };
  } catch (error) {
    // The filter leaves out one that is held, so the upsert tries to insert it again.
    if (isDuplicateKey(error, '_id_')) return null;
    throw error;
  }
}

/** Whether the lock was still ours and is now held until `leaseUntil`. */
export async function renewLock(db: Db, { key, holder }: Lock, leaseUntil: Date): Promise<boolean> {
  const { matchedCount } = await collection(db, 'jobLocks').updateOne(
    { _id: key, holder },
    { $set: { leaseUntil } },
  );
  return matchedCount === 1;
}

/** Gives a lock back, if it is still ours. */
export async function releaseLock(db: Db, { key, holder }: Lock): Promise<void> {
  await collection(db, 'jobLocks').deleteOne({ _id: key, holder });
}

/** The lock keys that nobody can take at the moment. */
export async function heldLocks(db: Db, now: Date): Promise<string[]> {
  const held = await collection(db, 'jobLocks')
    .find({ leaseUntil: { $gte: now } })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  return held.map(({ _id }) => _id);
}

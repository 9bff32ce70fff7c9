import type { Db } from 'mongodb';
import type { CounterDoc } from './documents';
import { isDuplicateKey } from './duplicate-key';

/*
 * Counters are made by insert, of which exactly one succeeds, and only then counted with: FerretDB gives several of the first
 * racing upserts one and the same answer, and two who believe theirs take the same numbers.
 */

const counters = (db: Db) => db.collection<CounterDoc>('counters');

/** Makes a counter with its first number; one that is there stays as it is. */
export async function makeCounter(db: Db, id: string, next: number): Promise<void> {
  try {
    await counters(db).insertOne({ _id: id, next });
  } catch (error) {
    if (!isDuplicateKey(error, '_id_')) throw error;
  }
}

/** The number of a counter; null when there is none. */
export async function readCounter(db: Db, id: string): Promise<number | null> {
  const found = await counters(db).findOne({ _id: id });
  return found?.next ?? null;
}

/** Adds to a counter and gives the sum; null when there is none. */
export async function addToCounter(db: Db, id: string, n: number): Promise<number | null> {
  const counter = await counters(db).findOneAndUpdate(
    { _id: id },
    { $inc: { next: n } },
    { returnDocument: 'after' },
  );
  return counter?.next ?? null;
}

/** Puts another number into a counter; false when there is none. */
export async function setCounter(db: Db, id: string, next: number): Promise<boolean> {
  const { matchedCount } = await counters(db).updateOne({ _id: id }, { $set: { next } });
  return matchedCount === 1;
}

/** Brings a counter that is behind up to a number; it never goes back. */
export async function raiseCounter(db: Db, id: string, next: number): Promise<void> {
  await counters(db).updateOne({ _id: id }, { $max: { next } });
}

import type { Db } from 'mongodb';
import { ensureIndexes } from '@/lib/db/indexes';
import { ensureOrdCounter } from './ord';

/** Makes a database ready for the product: indexes and counters. Safe at every start and from several processes at once. */
export async function initialise(db: Db): Promise<void> {
  await ensureIndexes(db);
  await ensureOrdCounter(db);
}

import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { findChangeable } from './find-definition';

/**
 * Remembers as of when a definition is being worked on: a local day or an instant as the editor writes it, null for now.
 * It is the definition's, not a person's: whoever opens it next sees the numbers that it was left with. It isn't part of
 * the draft, changes no rule and is nobody's edit; of two at once the later one stays. Throws `not-found`, `archived`.
 */
export async function keepAsOf(db: Db, id: string, asOf: string | null): Promise<string | null> {
  const kept = await collection(db, 'definitions').updateOne(
    { _id: id, archivedAt: null },
    { $set: { asOf } },
  );
  if (kept.matchedCount === 0) await findChangeable(db, id);
  return asOf;
}

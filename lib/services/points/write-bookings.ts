import type { AnyBulkWriteOperation, Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import { duplicatesOf } from '@/lib/db/duplicate-key';
import { insertNew } from '@/lib/db/insert-new';
import { inOneOrder } from '@/lib/db/one-order';
import type { PointAccountDoc, PointEntryDoc } from '@/lib/db/point-documents';
import type { Booking } from './booking';

/** Below the 10,000 that every server takes. */
const batch = 5_000;

/**
 * Writes bookings, each over the state that it was worked out from, or not at all. Gives false when somebody else was
 * quicker with any of them: work them out again then. Afterwards their entries stand in the ledger.
 */
export async function writeBookings(db: Db, bookings: readonly Booking[]): Promise<boolean> {
  const changed = inOneOrder(
    bookings.filter(({ entries }) => entries.length > 0),
    ({ after }) => after._id,
  );
  const operations = changed.map(({ before, after }): AnyBulkWriteOperation<PointAccountDoc> => {
    if (before.seq === 0) return { insertOne: { document: after } };
    const { _id, ...rest } = after;
    return { updateOne: { filter: { _id, seq: before.seq }, update: { $set: rest } } };
  });
  let written = 0;
  for (const some of slices(operations)) {
    try {
      const done = await collection(db, 'pointAccounts').bulkWrite([...some], { ordered: false });
      written += done.matchedCount + done.insertedCount;
    } catch (error) {
      duplicatesOf(error, '_id_');
    }
  }
  // Also what somebody was kept from bringing there before.
  const carrying = bookings.filter(({ before, entries }) => entries.length + before.pending.length > 0);
  await flushEntries(
    db,
    carrying.map(({ before }) => before._id),
  );
  return written === changed.length;
}

/**
 * Brings the entries that accounts still carry into the ledger, and only then takes them off the accounts. Doing it
 * twice, or two at once, changes nothing: an entry's `_id` is what it is about.
 */
export async function flushEntries(db: Db, members: readonly string[]): Promise<void> {
  for (const ids of slices(members)) {
    const carrying = await collection(db, 'pointAccounts')
      .find(
        { _id: { $in: [...ids] }, 'pending.0': { $exists: true } },
        { projection: { seq: 1, pending: 1 }, batchSize: ids.length + 1 },
      )
      .toArray();
    await insertEntries(
      db,
      carrying.flatMap(({ pending }) => pending),
    );
    const emptied = inOneOrder(carrying, ({ _id }) => _id).map(({ _id, seq }) => ({
      updateOne: { filter: { _id, seq }, update: { $set: { pending: [] } } },
    }));
    if (emptied.length > 0) {
      await collection(db, 'pointAccounts').bulkWrite(emptied, { ordered: false });
    }
  }
}

async function insertEntries(db: Db, entries: readonly PointEntryDoc[]): Promise<void> {
  for (const some of slices(entries)) {
    await insertNew(collection(db, 'pointEntries'), some, '_id_');
  }
}

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batch) yield all.slice(from, from + batch);
}

import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';

const slice = 1_000;

/** Removes the points of members that are gone. */
export async function forgetAccounts(db: Db, signal?: AbortSignal): Promise<void> {
  for (let after = ''; ; ) {
    signal?.throwIfAborted();
    const some = await collection(db, 'pointAccounts')
      .find({ _id: { $gt: after } }, { batchSize: slice + 1 })
      .sort({ _id: 1 })
      .limit(slice)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    const last = some.at(-1);
    if (!last) return;
    after = last._id;
    const gone = new Set(some.map(({ _id }) => _id));
    await takeOffLiving(db, gone);
    // Points of somebody who lives must not go because one answer left them out: whoever seems gone is asked for again.
    if (gone.size > 0) await takeOffLiving(db, gone);
    if (gone.size > 0) await deletePoints(db, [...gone]);
  }
}

async function takeOffLiving(db: Db, ids: Set<string>): Promise<void> {
  const living = await collection(db, 'members')
    .find({ _id: { $in: [...ids] } }, { batchSize: ids.size + 1 })
    .project<{ _id: string }>({ _id: 1 })
    .toArray();
  for (const { _id } of living) ids.delete(_id);
}

/** Removes ledger and accounts of members: the ledger first, so that what is interrupted is found again. */
export async function deletePoints(db: Db, members: readonly string[]): Promise<void> {
  await collection(db, 'pointEntries').deleteMany({ memberId: { $in: [...members] } });
  await collection(db, 'pointAccounts').deleteMany({ _id: { $in: [...members] } });
}

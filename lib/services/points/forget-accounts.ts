import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';

const slice = 1_000;

/** Removes the points of members that are gone. */
export async function forgetAccounts(db: Db, signal?: AbortSignal): Promise<void> {
  for (let after = ''; ; ) {
    signal?.throwIfAborted();
    const some = await collection(db, 'pointAccounts')
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(slice)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    const last = some.at(-1);
    if (!last) return;
    after = last._id;
    const gone = new Set(some.map(({ _id }) => _id));
    const living = collection(db, 'members')
      .find({ _id: { $in: [...gone] } })
      .project<{ _id: string }>({ _id: 1 });
    for await (const { _id } of living) gone.delete(_id);
    if (gone.size > 0) await deletePoints(db, [...gone]);
  }
}

/** Removes ledger and accounts of members: the ledger first, so that what is interrupted is found again. */
export async function deletePoints(db: Db, members: readonly string[]): Promise<void> {
  await collection(db, 'pointEntries').deleteMany({ memberId: { $in: [...members] } });
  await collection(db, 'pointAccounts').deleteMany({ _id: { $in: [...members] } });
}

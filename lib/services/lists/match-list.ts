import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { ListDoc } from '@/lib/db/documents';
import type { Fence } from '@/lib/jobs/handler';
import { presentUpload } from '@/lib/services/import/uploads/upload-file';
import { ownersOf } from './owners';
import { type ListId, readIds } from './read-ids';
import { UnmatchedWriter } from './unmatched-file';

export type ListCounts = Pick<ListDoc, 'uploaded' | 'matched' | 'invalid' | 'repeated' | 'members'>;

export interface MatchOptions {
  fenced: Fence;
  signal?: AbortSignal;
  onProgress?: (bytesDone: number, bytes: number) => void;
  batchSize?: number;
}

/** Ids that are looked up, and members that are written, at a time. */
const BATCH = 2_000;

/**
 * Goes through a list's file, puts the list on the members whose ids are in it, and writes down those that nobody
 * has. Puts on only what is missing, so after an interruption it is simply started again. Throws `upload-gone`,
 * `too-large`.
 */
export async function matchList(db: Db, list: ListDoc, options: MatchOptions): Promise<ListCounts> {
  const { signal, fenced, onProgress, batchSize = BATCH } = options;
  const { path, bytes } = await presentUpload(list.upload);
  const counts: ListCounts = { uploaded: 0, matched: 0, invalid: 0, repeated: 0, members: 0 };
  const unmatched = await UnmatchedWriter.open(list._id, fenced.fence);
  try {
    let bytesDone = 0;
    for await (const chunk of readIds(path, list)) {
      for (let start = 0; start < chunk.ids.length; start += batchSize) {
        signal?.throwIfAborted();
        const batch = chunk.ids.slice(start, start + batchSize);
        const missing = await putOnList(db, list, batch, fenced);
        counts.uploaded += batch.length;
        counts.matched += batch.length - missing.length;
        counts.invalid += missing.filter(({ id }) => 'reason' in id).length;
        await unmatched.add(missing);
      }
      counts.repeated += chunk.repeated;
      bytesDone += chunk.bytes;
      onProgress?.(bytesDone, bytes);
    }
    signal?.throwIfAborted();
    await unmatched.close();
  } catch (error) {
    await unmatched.discard();
    throw error;
  }
  counts.members = await collection(db, 'members').countDocuments({ lists: list._id }, { signal });
  return counts;
}

/** Puts a list on the members with these ids; gives the ids that nobody has. */
async function putOnList(
  db: Db,
  { _id, identityType }: Pick<ListDoc, '_id' | 'identityType'>,
  ids: readonly ListId[],
  fenced: Fence,
): Promise<ListId[]> {
  const values = ids.flatMap(({ id }) => ('value' in id ? [id.value] : []));
  const owners = await ownersOf(db, identityType, values);
  if (owners.size > 0) {
    const members = [...new Set(owners.values())];
    const isOpen = await fenced.writing(`list:${_id}`, { ids: members });
    await collection(db, 'members').updateMany(
      { _id: { $in: members }, lists: { $ne: _id }, ...isOpen },
      { $addToSet: { lists: _id }, $set: { updatedAt: new Date() } },
    );
  }
  return ids.filter(({ id }) => !('value' in id) || !owners.has(id.value));
}

import type { Db } from 'mongodb';
import { z } from 'zod';
import { collection } from '@/lib/db/collections';
import { defineJob } from '@/lib/jobs/handler';
import { presentUpload } from '@/lib/services/import/uploads/upload-file';
import { readClaims } from '@/lib/services/members/claims';
import { identityKey } from '@/lib/services/members/identity-key';
import { findList } from './list-dto';
import { readIds } from './read-ids';
import { UnmatchedWriter } from './unmatched-file';

const BATCH = 2_000;

/** Matches a list's ids to members and puts the list on them. Started again, it goes through the file anew. */
export const matchListJob = defineJob({
  kind: 'match-list',
  params: z.object({ list: z.string() }),
  async run({ db, params: { list: id }, signal, progress }) {
    const list = await findList(db, id);
    if (list.state === 'ready' || list.state === 'deleting') return null;
    const { path, bytes } = await presentUpload(list.upload);
    await collection(db, 'lists').updateOne({ _id: id, state: 'failed' }, { $set: { state: 'matching' } });
    const unmatched = await UnmatchedWriter.open(id);
    const counts = { uploaded: 0, matched: 0 };
    let done = 0;
    try {
      for await (const chunk of readIds(path, list)) {
        for (let start = 0; start < chunk.valid.length; start += BATCH) {
          signal.throwIfAborted();
          const batch = chunk.valid.slice(start, start + BATCH);
          const missing = await putOnList(db, id, list.identityType, batch);
          counts.matched += batch.length - missing.length;
          await unmatched.add(missing, 'no-member');
        }
        await unmatched.add(chunk.invalid, 'not-valid');
        counts.uploaded += chunk.valid.length + chunk.invalid.length;
        done += chunk.bytes;
        progress(done, bytes, 'match');
      }
      await unmatched.close();
    } catch (error) {
      await unmatched.discard();
      throw error;
    }
    await collection(db, 'lists').updateOne(
      { _id: id, state: 'matching' },
      { $set: { ...counts, state: 'ready' } },
    );
    return counts;
  },
  async ended({ db, params }) {
    await collection(db, 'lists').updateOne(
      { _id: params.list, state: 'matching' },
      { $set: { state: 'failed' } },
    );
  },
});

/** Puts a list on the members with these ids; gives the ids that nobody has. */
async function putOnList(db: Db, list: string, type: string, values: readonly string[]): Promise<string[]> {
  const keys = values.map((value) => identityKey({ type, value }));
  const claims = await readClaims(db, keys);
  const members = [...new Set(claims.values())];
  await collection(db, 'members').updateMany(
    { _id: { $in: members }, lists: { $ne: list } },
    { $addToSet: { lists: list }, $set: { updatedAt: new Date() } },
  );
  return values.filter((_, index) => !claims.has(keys[index] ?? ''));
}

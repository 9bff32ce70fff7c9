import type { Db } from 'mongodb';
import { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { notLater } from '@/lib/jobs/fenced-record';
import { defineJob, type JobContext } from '@/lib/jobs/handler';
import { JobStopped } from '@/lib/jobs/job-stopped';
import { endOfOrds } from '@/lib/members/ord';
import { removeDefinition } from './remove-definition';
import { refuseIfRead } from './usage';

const params = z.object({ definition: z.string() });
/** Members in one update. */
const batch = 1_000;
/** Places of members in one update. */
const range = 10_000;

/** Takes the values of a deleted tag or layering off the members, then removes the definition itself. Can be started again at any point. */
export const deleteDefinitionJob = defineJob({
  kind: 'delete-definition',
  params,
  async run(context) {
    const { db, fenced } = context;
    const { definition: id } = context.params;
    const { fence } = fenced;
    // Also asked for again after it had failed: then it isn't marked any more, and may have been restored meanwhile.
    const definition = await collection(db, 'definitions').findOneAndUpdate(
      { _id: id, archivedAt: { $ne: null }, ...notLater(fence) },
      { $set: { deleting: true, fence } },
      { returnDocument: 'after' },
    );
    if (!definition) return whyNotTaken(db, id);
    await refuseIfRead(db, definition, 'all');
    const takeOff = definition.kind === 'layering' ? takeLayersOff : takeValuesOff;
    const members = await takeOff(context, definition.key);
    await fenced.hold();
    await removeDefinition(db, id);
    return { members };
  },
  /** Back in the recycle bin, from where it can be deleted again. */
  async ended({ db, job: { fence }, params: { definition } }) {
    await collection(db, 'definitions').updateOne(
      { _id: definition, ...notLater(fence) },
      { $unset: { deleting: true }, $set: { fence } },
    );
  },
});

type Context = JobContext<z.infer<typeof params>>;

/** Null where it is gone already; throws `not-archived`, or `JobStopped` when a later claim has it. */
async function whyNotTaken(db: Db, id: string): Promise<null> {
  const found = await collection(db, 'definitions').findOne({ _id: id });
  if (found === null) return null;
  if (found.archivedAt === null) throw new Problem('not-archived', { name: found.label });
  throw new JobStopped('lost');
}

/** By ranges of `ord`: there is no index on layers. */
async function takeLayersOff({ db, signal, progress, fenced }: Context, key: string): Promise<number> {
  const members = collection(db, 'members');
  const path = `layers.${key}`;
  const total = await endOfOrds(db);
  let taken = 0;
  for (let from = 0; from < total; from += range) {
    signal.throwIfAborted();
    progress(from, total, 'write');
    const to = from + range;
    const isOpen = await fenced.writing(`layering:${key}`, { from, to });
    const { modifiedCount } = await members.updateMany(
      { ord: { $gte: from, $lt: to }, [path]: { $exists: true }, ...isOpen },
      { $unset: { [path]: '' }, $set: { updatedAt: new Date() } },
    );
    taken += modifiedCount;
  }
  return taken;
}

async function takeValuesOff({ db, signal, progress, fenced }: Context, key: string): Promise<number> {
  const members = collection(db, 'members');
  // `;` follows `:`, so this range is every value of the key and nothing else.
  const carrying = { tags: { $elemMatch: { $gte: `${key}:`, $lt: `${key};` } } };
  const total = await members.countDocuments(carrying, { signal });
  for (let done = 0; ; ) {
    progress(done, total, 'write');
    await fenced.hold();
    const found = await members
      .find(carrying, { projection: { tags: 1 }, limit: batch, batchSize: batch, signal })
      .toArray();
    if (found.length === 0) return done;
    const values = new Set(found.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith(`${key}:`))));
    const ids = found.map(({ _id }) => _id);
    const isOpen = await fenced.writing(`tag:${key}`, { ids });
    await members.updateMany(
      { _id: { $in: ids }, ...isOpen },
      {
        $pull: { tags: { $in: [...values] } },
        $unset: { [`tagSince.${key}`]: '' },
        $set: { updatedAt: new Date() },
      },
    );
    done += found.length;
  }
}
